import { isIP } from "node:net";

/**
 * Whether a Host header (`zap.example:8080`) is one of this server's own: the one in its public address, localhost, or a
 * bare address. Any other name may be somebody else's that was made to lead here (DNS rebinding), so that a page of theirs
 * would count as ours; a page can have a bare address for its origin only by being loaded from there.
 */
export function isOwnHost(host: string, publicBaseUrl: string): boolean {
  const named = host.toLowerCase();
  if (named === new URL(publicBaseUrl).host) return true;
  const name = /^(.+?)(?::\d{1,5})?$/.exec(named)?.[1] ?? "";
  if (name === "localhost") return true;
  return name.startsWith("[") ? isIP(name.slice(1, -1)) === 6 : isIP(name) === 4;
}
