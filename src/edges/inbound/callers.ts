import { BlockList, isIP } from "node:net";
import type { KindOption } from "../../domain/sources/kind.ts";
import { invalid } from "../../kit/errors.ts";

/** For carriers that publish the addresses they call from. */
export const callerOption: KindOption = {
  name: "callers",
  label: "Addresses it calls from",
  help: "IP addresses and networks, such as 203.0.113.7, 198.51.100.0/24. Without any, calls from everywhere are accepted.",
  type: "text",
  seldom: true,
};

/**
 * Checks whether a caller's IP address is in the list. Without a list, every address is allowed. Throws a Refusal if
 * the list cannot be read.
 */
export function createCallerCheck(list = ""): (caller: string) => boolean {
  const entries = list.split(/[\s,]+/).filter((entry) => entry !== "");
  if (entries.length === 0) return () => true;
  const allowed = new BlockList(); // Node calls the class a block list; this one holds what is allowed.
  for (const entry of entries) addTo(allowed, entry);
  return (caller) => isIP(caller) !== 0 && allowed.check(caller, familyOf(caller));
}

function addTo(allowed: BlockList, entry: string): void {
  const [address = "", bits, ...more] = entry.split("/");
  const longest = isIP(address) === 6 ? 128 : 32;
  const length = bits === undefined ? longest : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
  if (isIP(address) === 0 || more.length > 0 || length < 1 || length > longest)
    throw invalid(
      "callers",
      "callers must be IP addresses and networks, such as 203.0.113.7, 198.51.100.0/24.",
    );
  allowed.addSubnet(address, length, familyOf(address));
}

const familyOf = (address: string): "ipv4" | "ipv6" => (isIP(address) === 6 ? "ipv6" : "ipv4");
