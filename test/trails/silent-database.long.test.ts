import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { projectRoot } from "../../src/kit/paths.ts";
import { startProxy, type Proxy } from "../helpers/tcp-proxy.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { rentBody } from "../helpers/client.ts";
import { until } from "../helpers/until.ts";

// A database that accepts connections but answers nothing, as if the network had lost it, must not keep a process
// from ending. A stop that is abandoned after 45 seconds exits with 1, so the exit code shows it.

let app: TestApp;
let proxy: Proxy;
let key: string;
let folder: string;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "zapotp-silent-"));
  app = await startTestApp();
  key = (await app.account(1_000_000)).testKey;
  const { hostname: host, port } = new URL(app.connectionString);
  proxy = await startProxy({ host, port: Number(port) });
});
after(async () => {
  await proxy.close();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

function startServer(): ChildProcess {
  const url = new URL(app.connectionString);
  url.port = String(proxy.port);
  return spawn(process.execPath, [join(projectRoot, "src/main.ts")], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      PATH: process.env["PATH"],
      DATABASE_URL: url.href,
      ENCRYPTION_KEY: app.encryptionKey,
      DATA_DIR: folder,
      PORT: "0",
      LOG_LEVEL: "silent",
    },
  });
}

async function addressOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const address = /ready at (\S+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error("the server did not start");
}

const cases: [what: string, happen: () => void][] = [
  ["answers nothing any more, and takes connections", () => proxy.silence()],
  ["has forgotten the connections that there are", () => proxy.freeze()],
];
for (const [what, happen] of cases)
  test(`a process stops by itself whose database ${what}, and answers what waits`, async () => {
    const child = startServer();
    const ended = once(child, "exit");
    const url = await addressOf(child);
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const ask = (): Promise<Response> =>
      fetch(`${url}/account/api/v1/rent`, { method: "POST", headers, body: JSON.stringify(rentBody()) });
    assert.equal((await ask()).status, 200);
    happen();
    const waiting = ask();
    await new Promise((resolve) => setTimeout(resolve, 200)); // It is waiting for the database.
    const since = performance.now();
    child.kill("SIGTERM");
    const answer = await waiting;
    assert.equal(answer.status, 503, await answer.text());
    assert.deepEqual(await ended, [0, null]);
    const seconds = (performance.now() - since) / 1000;
    assert.ok(seconds < 40, `it took ${seconds.toFixed(1)} s`);
    proxy.heal();
  });

test("a process that is told to stop while it starts does not wait for a database that is silent", async () => {
  proxy.silence();
  const child = startServer();
  const ended = once(child, "exit");
  await until(
    async () => proxy.connections(),
    (count) => count > 0,
  );
  child.kill("SIGTERM");
  assert.deepEqual(await ended, [0, null]);
  proxy.heal();
});
