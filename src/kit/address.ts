import { BlockList, isIP, SocketAddress } from "node:net";

/** A set of addresses, such as those of the trusted proxies. */
export interface Networks {
  readonly isEmpty: boolean;
  /** `address` in the form that `readAddress` returns. */
  has(address: string): boolean;
  /** As it was written. */
  toString(): string;
}

/**
 * An address as proxies and sockets write it, in the one form that we compare and store; null if it is not an
 * address. Quotes, brackets, ports and zones are removed, IPv6 is shortened (RFC 5952), and IPv4 within IPv6
 * (`::ffff:`) becomes IPv4.
 */
export function readAddress(text: string): string | null {
  const bare = withoutPort(text.trim().replace(/^"(.*)"$/, "$1"));
  const family = isIP(bare);
  if (family === 4) return bare;
  if (family === 0) return null;
  const { address } = new SocketAddress({ address: bare, family: "ipv6" });
  return address.startsWith("::ffff:") && address.includes(".") ? address.slice(7) : address;
}

const withoutPort = (text: string): string =>
  /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text)?.[1] ?? /^([\d.]+):\d{1,5}$/.exec(text)?.[1] ?? text;

/**
 * The part of the address space that one customer has, for limits by address: the address itself for IPv4; for IPv6
 * the /64 that every connection gets as a whole. `address` is in the form that `readAddress` returns.
 */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head === "" ? [] : head.split(":");
  if (tail !== undefined) {
    const after = tail === "" ? 0 : tail.split(":").length;
    while (groups.length + after < 8) groups.push("0");
  }
  return `${groups.slice(0, 4).join(":")}::/64`;
}

/** Names for well-known networks, as other Node servers use them. */
const named: Record<string, string[]> = {
  loopback: ["127.0.0.0/8", "::1/128"],
  linklocal: ["169.254.0.0/16", "fe80::/10"],
  uniquelocal: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
};

/** Reads addresses and networks separated by commas (`10.0.0.0/8, ::1, loopback`); null if one of them is neither. */
export function readNetworks(text: string): Networks | null {
  const list = new BlockList();
  const entries = text.split(",").map((entry) => entry.trim());
  for (const entry of entries.filter((one) => one !== "").flatMap((one) => named[one] ?? [one]))
    if (!add(list, entry)) return null;
  return {
    isEmpty: list.rules.length === 0,
    has: (address) => isIP(address) !== 0 && list.check(address, familyOf(address)),
    toString: () => text,
  };
}

const familyOf = (address: string): "ipv4" | "ipv6" => (address.includes(":") ? "ipv6" : "ipv4");

function add(list: BlockList, entry: string): boolean {
  const [start = "", length, more] = entry.split("/");
  const address = isIP(start) === 0 ? null : readAddress(start);
  if (address === null || more !== undefined) return false;
  const bits = familyOf(address) === "ipv4" ? 32 : 128;
  const written = isIP(start) === 4 ? 32 : 128; // IPv4 within IPv6: /120 is /24.
  const prefix = Number(/^\d{1,3}$/.exec(length ?? String(written))?.[0]) - (written - bits);
  if (!(prefix >= 0 && prefix <= bits)) return false;
  list.addSubnet(address, prefix, familyOf(address));
  return true;
}

/** More proxies in a row than anybody has: entries before them are not examined. */
const mostHops = 20;

/**
 * The caller's address: the one that the connection comes from or, if that is a trusted proxy's, the nearest address
 * in X-Forwarded-For that is not. An entry that is not an address ends the search, because anything before it is
 * unreliable.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | string[] | undefined,
  proxies: Networks,
): string {
  let address = readAddress(peer ?? "") ?? "";
  if (forwardedFor === undefined || address === "" || !proxies.has(address)) return address;
  const entries = [forwardedFor].flat().join(",").split(",");
  const said = entries.filter((entry) => entry.trim() !== "").slice(-mostHops);
  for (const entry of said.toReversed()) {
    const before = readAddress(entry);
    if (before === null) break;
    address = before;
    if (!proxies.has(address)) break;
  }
  return address;
}

/** The HTTP address of a server that listens there; an IPv6 address is put in brackets. */
export const httpAddress = (host: string, port: number): string =>
  `http://${host.includes(":") ? `[${host}]` : host}:${port}`;

/**
 * What limits by address count for: `networkOf`; null for this machine itself, from where only a proxy or the
 * operator's own programs call. Behind a proxy that is not trusted everybody would be one caller.
 */
export const addressGroup = (address: string): string | null =>
  address === "" || address === "::1" || address.startsWith("127.") ? null : networkOf(address);
