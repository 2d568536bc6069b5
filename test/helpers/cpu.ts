/**
 * CPU milliseconds that this process spends on the work, the least of some tries: what else the machine does at the
 * time counts for nothing. How fast the machine is does, so compare it with other work of the same run.
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
