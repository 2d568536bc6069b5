import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../src/kit/postgres-server/port.ts";
import { until } from "./until.ts";

export interface Nginx {
  /** http://127.0.0.1:PORT */
  url: string;
  stop(): Promise<void>;
}

/** Debian's nginx in front of a server of the tests; `directives` are put beside `proxy_pass`. */
export async function startNginx(upstream: string, directives: string): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), "zapotp-nginx-"));
  chmodSync(folder, 0o755);
  const port = await freePort(0);
  const file = join(folder, "nginx.conf");
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  writeFileSync(
    file,
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr crit;
     events { worker_connections 256; }
     http {
       access_log off; ${paths.join(" ")}
       server {
         listen 127.0.0.1:${port};
         location / { proxy_pass ${upstream}; ${directives} }
       }
     }`,
  );
  const child = spawn("/usr/sbin/nginx", ["-c", file, "-p", folder], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "exit");
  const kill = (): void => void child.kill("SIGTERM");
  process.once("exit", kill);
  const url = `http://127.0.0.1:${port}`;
  await until(
    () =>
      fetch(`${url}/healthz`).then(
        ({ status }) => status,
        () => 0,
      ),
    (status) => status === 200,
  );
  return {
    url,
    async stop() {
      kill();
      await ended;
      process.off("exit", kill);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
