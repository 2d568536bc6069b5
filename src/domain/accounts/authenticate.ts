import type { Clock } from "../../kit/clock.ts";
import { readNetworks } from "../../kit/address.ts";
import { isToken, sha256Hex } from "../../kit/secrets.ts";
import { keyPrefixes, type Caller } from "./account.ts";
import {
  accountSuspended,
  addressNotAllowed,
  keyExpired,
  keyMalformed,
  keyRevoked,
  keyUnknown,
} from "./errors.ts";
import type { KeyUses } from "./note-uses.ts";
import type { KeyRow } from "./queries.ts";

const prefixes = Object.values(keyPrefixes);

/** The hash that a key is looked up by, in hexadecimal digits. Refuses `unauthorized` for a malformed one. */
export function hashOfKey(key: string): string {
  if (!isToken(key, prefixes)) throw keyMalformed();
  return sha256Hex(key);
}

/**
 * The owner of a key, given its row; records the use. Refuses `unauthorized` for a key that is unknown, revoked or
 * expired, and `forbidden` for a suspended account or an address outside the key's allow list.
 */
export function admit(
  { clock, keyUses }: { clock: Clock; keyUses: Pick<KeyUses, "note"> },
  row: KeyRow | null,
  ip: string,
): Caller {
  if (!row) throw keyUnknown();
  const at = clock.now();
  if (row.revokedAt) throw keyRevoked();
  if (row.expiresAt && row.expiresAt <= at) throw keyExpired(row.expiresAt);
  if (row.suspendedAt) throw accountSuspended();
  if (row.allowedIps.length > 0 && !readNetworks(row.allowedIps.join())?.has(ip)) throw addressNotAllowed(ip);
  keyUses.note({ keyId: row.keyId, at, ip });
  return row;
}
