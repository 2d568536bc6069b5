import { spawnSync } from "node:child_process";
import { chmodSync, closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { stopLater } from "../../../bench/lib/teardown.ts";
import type { Fault } from "../fault.ts";

const sizeMegabytes = 300;
const fullSeconds = 6;

/** Writes a file until the disk is full. */
function fill(path: string): void {
  const file = openSync(path, "w");
  try {
    for (const megabyte = Buffer.alloc(1 << 20); ;) writeSync(file, megabyte);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  } finally {
    closeSync(file);
  }
}

const run = (command: string, ...args: string[]): string | null => {
  const { status, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
  return status === 0 ? null : (error?.message ?? stderr.trim());
};

export const diskFull: Fault = {
  name: "disk-full",
  sentence: `the database's disk (a tmpfs of ${sizeMegabytes} MB) is full for ${fullSeconds} s`,
  rounds: 1,
  cannot: () => (process.getuid?.() === 0 ? null : "only root may mount a tmpfs"),
  async inject(_world, { elsewhere, folder }) {
    const disk = join(folder, "disk");
    mkdirSync(disk);
    const complaint = run("mount", "-t", "tmpfs", "-o", `size=${sizeMegabytes}m,mode=711`, "tmpfs", disk);
    if (complaint !== null) return `skipped: a tmpfs cannot be mounted here (${complaint})`;
    const unmount = stopLater("the tmpfs", async () => void run("umount", "--lazy", disk));
    chmodSync(disk, 0o711);
    await elsewhere({ postgresFolder: disk }, async () => {
      const ballast = join(disk, "ballast");
      fill(ballast);
      await sleep(fullSeconds * 1000);
      const { bavail, bsize } = statfsSync(disk);
      rmSync(ballast);
      return `${((bavail * bsize) / 1024).toFixed(0)} KB were left`;
    });
    await unmount();
    return undefined;
  },
};
