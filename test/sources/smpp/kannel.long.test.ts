import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { after, before, test } from "node:test";
import { driveSmpp, hasKannel } from "../../../scripts/install-test-tools.ts";
import { freePort } from "../../../src/kit/postgres-server/port.ts";
import { startTestApp, type TestApp } from "../../helpers/app.ts";
import { toolFor } from "../../helpers/tool.ts";
import { until } from "../../helpers/until.ts";

// Kannel's own SMPP centre, as Debian packages it: nobody here wrote what it sends and how it reads our answers.

const skip = hasKannel() ? false : "KANNEL IS MISSING: apt-get install kannel-extras";

interface Created {
  id: number;
  url: string;
  secret: string | null;
}

let app: TestApp;
before(async () => {
  app = await startTestApp();
});
after(() => app.close());

/** drive_smpp ends unless it can also connect to a bearerbox, on this port of 127.0.0.1; whoever listens there will do. */
async function standInForBearerbox(): Promise<() => void> {
  const server = createServer((socket) => socket.on("error", () => {}));
  server.listen(13_001, "127.0.0.1");
  await once(server, "listening").catch(() => {});
  return () => server.close();
}

test(
  "everything that Kannel's message centre delivers is stored once and acknowledged; its questions are answered",
  { skip },
  async (t) => {
    t.after(await standInForBearerbox());
    const count = 300;
    const port = await freePort(0);
    const kannel = spawn(driveSmpp, ["-v", "0", "-p", `${port}`, "-m", `${count}`]);
    t.after(() => kannel.kill("SIGKILL"));
    let log = "";
    kannel.stderr.on("data", (chunk: Buffer) => void (log += chunk.toString()));
    kannel.stdout.on("data", (chunk: Buffer) => void (log += chunk.toString()));
    const ended = once(kannel, "exit");

    const tool = toolFor(app);
    const address = `smpp://127.0.0.1:${port}`;
    const given = ["--name", "kannel", "--address", address, "--system-id", "zapotp", "--password-file", "-"];
    const created = (await tool(["source", "create", "smpp", ...given, "--json"], "s3cret\n"))
      .json as Created;
    assert.deepEqual([created.url, created.secret], [address, null]);
    const handled = (type: string): number => log.split(`Handling SMPP PDU of type ${type}\n`).length - 1;
    await until(
      async () => handled("deliver_sm_resp"),
      (answers) => answers >= count,
    );
    const stored = await app.db.rows<{ count: number; texts: number; from: string[] }>(
      `select count(*)::int, count(distinct content)::int as texts, array_agg(distinct sender || ' to ' || number) as "from"
       from messages where source_id = $1`,
      [created.id],
    );
    assert.deepEqual(stored, [{ count, texts: count, from: ["456 to 123"] }]);
    await until(
      async () => handled("enquire_link_resp"),
      (answers) => answers === count, // It asks after every message.
    );

    const list = await until(
      async () => (await tool(["source", "list"])).stdout,
      (text) => /bound since/.test(text),
    );
    assert.doesNotMatch(list, /s3cret/);
    const guide = (await tool(["source", "guide", `${created.id}`])).stdout;
    assert.match(guide, new RegExp(`allow connections from this server’s IP address to ${address}`));

    await app.close();
    await ended;
    assert.equal(handled("bind_receiver"), 1);
    assert.equal(handled("unbind"), 1);
    assert.doesNotMatch(log, /ERROR|PANIC|garbage|Unhandled/);
  },
);
