import { networkOf } from "../../kit/address.ts";
import type { Sealer } from "../../kit/seal.ts";

/**
 * What stands for an address or a typed name in counted attempts: the same for the same one, and nobody who reads the
 * database without the key can tell whose it is.
 */
export const markOf = (sealer: Sealer, text: string): string =>
  sealer.fingerprint(text).toString("base64url");

/** The same for the address group of a caller. */
export const markOfNetwork = (sealer: Sealer, ip: string): string => markOf(sealer, networkOf(ip));
