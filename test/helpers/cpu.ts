/**
 * CPU milliseconds that this process spends on the work, the minimum of several runs: other load on the machine does
 * not count. The machine's speed does, so compare it with other work in the same run.
 */
export function cpuMilliseconds(work: () => unknown, tries = 5): number {
  let least = Infinity;
  for (let i = 0; i < tries; i++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
