import { spawn } from "node:child_process";

/** Stops a server when we are gone, however we went. */
export interface Watcher {
  /** The server has ended: nothing is to be stopped any more. */
  dismiss(): void;
}

/**
 * A shell that reads from us until we say `done`. When we die, even by SIGKILL, the kernel closes the pipe and it asks
 * the server for a fast shutdown. In a session of its own, so that Ctrl-C in our terminal does not reach it.
 */
export function watchFor(pid: number): Watcher {
  let dismissed = false;
  let current = start();
  function start(): ReturnType<typeof spawn> {
    const script = 'read word; [ "$word" = done ] || kill -INT "$1"';
    const child = spawn("/bin/sh", ["-c", script, "zapotp-watcher", String(pid)], {
      stdio: ["pipe", "ignore", "ignore"],
      detached: true,
    });
    child.stdin?.on("error", () => {});
    child.unref();
    child.on("exit", () => {
      if (!dismissed) current = start(); // Somebody killed the watcher.
    });
    return child;
  }
  return {
    dismiss() {
      dismissed = true;
      current.stdin?.end("done\n");
    },
  };
}
