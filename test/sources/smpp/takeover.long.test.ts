import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { projectRoot } from "../../../src/kit/paths.ts";
import { startTestApp, type TestApp } from "../../helpers/app.ts";
import { openSource } from "../../helpers/source.ts";
import { createTestDatabase } from "../../helpers/postgres.ts";
import { until } from "../../helpers/until.ts";
import { startCentre, type Bound } from "./centre.ts";

/** The shipped server as a separate process on the test's database; resolves when it is ready. */
async function startServer(app: TestApp, folder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(projectRoot, "src/main.ts")], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      DATABASE_URL: app.connectionString,
      ENCRYPTION_KEY: app.encryptionKey,
      DATA_DIR: folder,
      PORT: "0",
      LOG_LEVEL: "fatal",
    },
  });
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream }))
    if (/ready at/.test(line)) return child;
  throw new Error("the server did not start");
}

test("an owner that is killed, or stands still, is replaced within 15 s; when it goes on, it lets go", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "zapotp-takeover-"));
  const centre = await startCentre();
  const { connectionString, drop } = await createTestDatabase();
  const app = await startTestApp({}, { connectionString });
  const settings = { address: `smpp://127.0.0.1:${centre.port}`, systemId: "zapotp" };
  await openSource(app, "smpp", { secrets: ["s3cret"], settings });
  await app.close(); // From here on only the servers below are there.
  const servers: ChildProcess[] = [];
  t.after(async () => {
    for (const server of servers) server.kill("SIGKILL");
    await Promise.all(servers.map((server) => server.exitCode ?? server.signalCode ?? once(server, "exit")));
    await centre.stop();
    await drop();
    rmSync(folder, { recursive: true, force: true });
  });
  const start = async (): Promise<ChildProcess> => {
    const server = await startServer(app, folder);
    servers.push(server);
    return server;
  };
  const open = (): Bound[] => centre.binds.filter((bind) => bind.isOpen());
  const nextBind = async (count: number): Promise<number> => {
    const began = performance.now();
    await until(
      async () => centre.binds.length,
      (binds) => binds > count,
    );
    return (performance.now() - began) / 1000;
  };

  const before = centre.binds.length;
  const first = await start();
  await nextBind(before);
  const second = await start();
  assert.equal(open().length, 1);

  const binds = centre.binds.length;
  first.kill("SIGKILL");
  const seconds = await nextBind(binds);
  assert.ok(seconds < 15, `${seconds} s`);
  assert.equal(open().length, 1);

  await start();
  const [standing] = open();
  second.kill("SIGSTOP");
  const later = await nextBind(binds + 1);
  assert.ok(later < 15, `${later} s`);
  second.kill("SIGCONT");
  await until(
    async () => standing?.isOpen(),
    (isOpen) => isOpen === false,
  );
  assert.equal(open().length, 1);
});
