import { BlockList, isIP, SocketAddress } from "node:net";

/** A set of addresses, as of the proxies that are trusted. */
export interface Networks {
  readonly isEmpty: boolean;
  /** `address` as `readAddress` writes it. */
  has(address: string): boolean;
  /** As it was written. */
  toString(): string;
}

/**
 * An address as proxies and sockets write it, in the one form that we compare and store; null if it is not one. Quotes,
 * brackets, ports and zones are dropped, IPv6 is shortened (RFC 5952), and IPv4 within IPv6 (`::ffff:`) is IPv4.
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
 * What one customer has of the address space, for limits by address: an IPv4 address itself, of IPv6 the /64 that every
 * connection is given whole. `address` as `readAddress` writes it.
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

/** Names for networks that everybody has, as other servers of Node call them. */
const named: Record<string, string[]> = {
  loopback: ["127.0.0.0/8", "::1/128"],
  linklocal: ["169.254.0.0/16", "fe80::/10"],
  uniquelocal: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
};

/** Reads addresses and networks separated by commas (`10.0.0.0/8, ::1, loopback`); null when one of them is neither. */
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

/** More proxies in a row than anybody has: what stands before them is not looked at. */
const mostHops = 20;

/**
 * Who calls: the address that the connection comes from or, where that is a trusted proxy's, the nearest address in
 * X-Forwarded-For that is not. An entry that is no address ends the search, for nobody can tell what stands before it.
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

/** Where a server that listens there is reached by HTTP; an IPv6 address stands between brackets. */
export const httpAddress = (host: string, port: number): string =>
  `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
