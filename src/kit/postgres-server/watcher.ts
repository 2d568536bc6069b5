import { spawn, type ChildProcess } from "node:child_process";

/** Stops a server when our process is gone, for whatever reason. */
export interface Watcher {
  watch(pid: number): void;
  /** The server has ended, so there is nothing left to stop. */
  dismiss(): void;
}

// Reads the server's process id, then waits for a word. When we die, even by SIGKILL, the kernel closes the pipe: the
// word never comes, and the script requests a fast shutdown of the server.
const script = `trap '' INT TERM HUP; read pid && { read word || kill -INT "$pid"; }`;

/** A shell that waits for our end. In a separate session, so that Ctrl-C in our terminal does not reach it. */
export function startWatcher(): Watcher {
  let watched: number | undefined;
  let dismissed = false;
  let shell: ChildProcess;
  const tell = (line: string): void => void shell.stdin?.write(`${line}\n`);
  const start = (): void => {
    shell = spawn("/bin/sh", ["-c", script], {
      stdio: ["pipe", "ignore", "ignore"],
      detached: true,
      cwd: "/",
    });
    shell.stdin?.on("error", () => {});
    shell.unref();
    shell.on("error", () => {}); // No shell: a server left behind is stopped at the next start.
    shell.on("exit", () => void setTimeout(restart, 20).unref());
    if (watched !== undefined) tell(String(watched));
  };
  const restart = (): void => {
    if (!dismissed) start(); // Somebody killed it.
  };
  start();
  return {
    watch(pid) {
      watched = pid;
      tell(String(pid));
    },
    dismiss() {
      dismissed = true;
      tell("done");
    },
  };
}
