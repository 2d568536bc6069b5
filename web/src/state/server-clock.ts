/** How far the viewer's clock is behind the server's; countdowns use the server's. */
let aheadMilliseconds = 0;

export function clockSeen(date: string | null): void {
  const at = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(at)) return;
  const ahead = at + 500 - Date.now(); // The header is truncated to whole seconds.
  if (Math.abs(ahead - aheadMilliseconds) > 1500) aheadMilliseconds = ahead;
}

export const serverNow = (): number => Date.now() + aheadMilliseconds;
