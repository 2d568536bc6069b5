import { lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Special-purpose networks (IANA registries, RFC 6890): nothing on the public Internet. */
const special: Record<"ipv4" | "ipv6", string[]> = {
  ipv4: [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.88.99.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/3",
  ],
  // Only 2000::/3 is public at all; within it, what leads to IPv4 or is not for use.
  ipv6: ["::/3", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "4000::/2", "8000::/1"],
};

/** A list each: one list for both would take every IPv4 address for the IPv6 form of it. */
const blocked = { ipv4: listOf("ipv4"), ipv6: listOf("ipv6") };

function listOf(family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const network of special[family]) {
    const [start = "", bits] = network.split("/");
    list.addSubnet(start, Number(bits), family);
  }
  return list;
}

/** Whether the address is on the public Internet: not this machine, nor anything behind it. */
export const isPublicAddress = (address: string): boolean => {
  const version = isIP(address);
  const family = version === 4 ? "ipv4" : "ipv6";
  return version !== 0 && !blocked[family].check(address, family);
};

/**
 * Looks a name up for a connection to an address that somebody else has named; fails if one of the name's addresses is
 * not public. The connection uses what was checked, so the name cannot mean something else by then.
 */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, "", 0);
    const inside = found.find(({ address }) => !isPublicAddress(address));
    const [first] = found;
    if (inside || !first) return done(new Error(`${hostname} has no public address`), "", 0);
    if (options.all) return done(null, found);
    return done(null, first.address, first.family);
  });
};
