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
import type { KeyRow } from "./queries.ts";

export interface AuthenticateDeps {
  clock: Clock;
  /** `lookUp` (orders/look-up.ts). */
  findKey: (hash: string) => Promise<KeyRow | null>;
  noteUse: (use: { keyId: number; at: Date; ip: string }) => void;
}

const prefixes = Object.values(keyPrefixes);

/**
 * Whose key this is. Refuses `unauthorized` for one that is malformed, unknown, revoked or expired, and `forbidden`
 * for a suspended account or an address outside the key's allow list. The key is read again for every request.
 */
export function authenticate(deps: AuthenticateDeps, key: string, ip: string): Promise<Caller> {
  if (!isToken(key, prefixes)) return Promise.reject(keyMalformed());
  return deps.findKey(sha256Hex(key)).then((row) => admit(deps, row, ip));
}

function admit({ clock, noteUse }: AuthenticateDeps, row: KeyRow | null, ip: string): Caller {
  if (!row) throw keyUnknown();
  const at = clock.now();
  if (row.revokedAt) throw keyRevoked();
  if (row.expiresAt && row.expiresAt <= at) throw keyExpired(row.expiresAt);
  if (row.suspendedAt) throw accountSuspended();
  if (row.allowedIps.length > 0 && !readNetworks(row.allowedIps.join())?.has(ip)) throw addressNotAllowed(ip);
  noteUse({ keyId: row.keyId, at, ip });
  return row;
}
