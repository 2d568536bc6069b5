import { spawn } from "node:child_process";
import { join } from "node:path";
import { createServer } from "vite";
import { projectRoot } from "../src/kit/paths.ts";

// npm run dev
//
// Runs the server, restarted whenever one of its files changes, behind Vite, which updates changed pages immediately.
// PORT is the server's (default 8080); the pages are at the address that is printed.

const port = process.env["PORT"] ?? "8080";
process.env["ZAPOTP_URL"] = `http://127.0.0.1:${port}`; // Vite proxies API requests to it (web/vite.config.ts).

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
process.once("disconnect", () => void stop()); // The launcher has exited.
server.once("exit", (code) => {
  void vite.close().finally(() => process.exit(code ?? 0));
});
