import { isIP } from "node:net";

/**
 * Whether a Host header (`zap.example:8080`) is one of this server's own: the one in its public address, localhost,
 * or an IP address. Any other name may belong to somebody who pointed it at us (DNS rebinding), so that their page
 * would count as ours; a page can only have an IP address as its origin if it was loaded from there.
 */
export function isOwnHost(host: string, publicBaseUrl: string): boolean {
  const named = host.toLowerCase();
  if (named === new URL(publicBaseUrl).host) return true;
  const name = /^(.+?)(?::\d{1,5})?$/.exec(named)?.[1] ?? "";
  if (name === "localhost") return true;
  return name.startsWith("[") ? isIP(name.slice(1, -1)) === 6 : isIP(name) === 4;
}
