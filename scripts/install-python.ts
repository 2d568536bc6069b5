import { spawnSync } from "node:child_process";

/** Whether this machine runs the documented Python samples. */
export const hasRequests = (): boolean => spawnSync("python3", ["-c", "import requests"]).status === 0;

/** Gets python3-requests from Debian where that can be; elsewhere the Python samples are skipped, and the tests say so. */
export async function installPython(): Promise<void> {
  if (hasRequests() || process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return;
  console.log("Installing python3-requests for the Python samples…");
  const install = (): boolean =>
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "python3-requests"], {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status === 0;
  if (install()) return;
  spawnSync("apt-get", ["update"], { stdio: "ignore" });
  if (!install()) console.log("python3-requests could not be installed: the Python samples are skipped.");
}
