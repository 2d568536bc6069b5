import { spawn } from "node:child_process";
import { join } from "node:path";
import { createServer } from "vite";
import { projectRoot } from "../src/kit/paths.ts";

// npm run dev
//
// The server, started again whenever one of its files changes, and Vite in front of it, which shows changed pages at
// once. PORT is the server's (default 8080); the pages are at the address that is printed.

const port = process.env["PORT"] ?? "8080";
process.env["ZAPOTP_URL"] = `http://127.0.0.1:${port}`; // Where Vite sends requests that it cannot serve (web/vite.config.ts).

const vite = await createServer({ configFile: join(projectRoot, "web", "vite.config.ts") });
await vite.listen();
const [pages = ""] = vite.resolvedUrls?.local ?? [];
const publicUrl = pages.replace(/\/$/, "");

const server = spawn(process.execPath, ["--watch", "--watch-preserve-output", "scripts/dev-server.ts"], {
  cwd: projectRoot,
  stdio: "inherit",
  env: { LOG_LEVEL: "info", ...process.env, HOST: "127.0.0.1", PORT: port, PUBLIC_BASE_URL: publicUrl },
});
console.log(`Pages with hot reload: ${publicUrl}`);

async function stop(): Promise<void> {
  server.kill("SIGTERM");
  await vite.close();
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => void stop());
process.once("disconnect", () => void stop()); // The launcher is gone.
server.once("exit", (code) => {
  void vite.close().finally(() => process.exit(code ?? 0));
});
