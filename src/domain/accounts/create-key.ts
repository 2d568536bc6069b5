import { isIP } from "node:net";
import type { Tx } from "../../kit/db.ts";
import { invalid } from "../../kit/errors.ts";
import { newToken, sha256 } from "../../kit/secrets.ts";
import { recordAction } from "../audit/record-action.ts";
import { tellChanged } from "../delivery/tell-changed.ts";
import type { Mode } from "../wallet/wallet.ts";
import { keyPrefixes, type Scope } from "./account.ts";
import { tooManyKeys } from "./errors.ts";
import { countKeys, insertKey } from "./sql.ts";

export interface KeyInput {
  name: string;
  scopes: Scope[];
  /** Addresses or networks (`203.0.113.7`, `2001:db8::/32`); empty: from anywhere. */
  allowedIps: string[];
  /** How much the key may spend per day (UTC); null: no limit but the wallet. */
  dailyCapMinor: number | null;
  expiresAt: Date | null;
}

/** Owner of the key: the wallet it spends from, and the member who creates it. */
export interface KeyOwner {
  id: number;
  mode: Mode;
  createdBy?: number;
}

/** A key with every right that an account's own programs need. */
export const usualKey: KeyInput = {
  name: "default",
  scopes: ["rent"],
  allowedIps: [],
  dailyCapMinor: null,
  expiresAt: null,
};

/** Each request looks its key up, and lists show all of them; nobody needs more than this. */
export const mostKeys = 100;

export interface CreatedKey {
  id: number;
  /** The key itself: shown only once; only its hash is stored. */
  key: string;
}

/** Refuses `invalid_request`, and `too_many_keys` if the wallet already has the maximum. */
export async function checkKey(tx: Tx, wallet: KeyOwner, input: KeyInput, at: Date): Promise<void> {
  if (input.name.trim() === "" || input.name.length > 64)
    throw invalid("name", "A key's name must have 1 to 64 characters.");
  if (input.expiresAt && input.expiresAt <= at) {
    throw invalid(
      "expires_at",
      `${input.expiresAt.toISOString()} is in the past; a key must expire in the future.`,
    );
  }
  for (const network of input.allowedIps) {
    if (!isNetwork(network))
      throw invalid(
        "allowed_ips",
        `"${network}" is not an address or network such as 203.0.113.7 or 2001:db8::/32.`,
      );
  }
  if ((await countKeys(tx, wallet.id, at)) >= mostKeys) throw tooManyKeys(mostKeys);
}

/** Creates the key; refuses what `checkKey` refuses. */
export async function createKey(
  tx: Tx,
  wallet: KeyOwner,
  { actor, ...input }: KeyInput & { actor: string },
  at: Date,
): Promise<CreatedKey> {
  await checkKey(tx, wallet, input, at);
  const key = newToken(keyPrefixes[wallet.mode]);
  const hint = `${keyPrefixes[wallet.mode]}…${key.slice(-4)}`;
  const id = await insertKey(
    tx,
    { ...input, walletId: wallet.id, createdBy: wallet.createdBy ?? null, hash: sha256(key), hint },
    at,
  );
  await tellChanged(tx, "account", [wallet.id]);
  await recordAction(tx, {
    at,
    actor,
    action: "key.create",
    subject: `key ${id}`,
    detail: { hint, scopes: input.scopes },
  });
  return { id, key };
}

/** Whether the text is an address or a network; host bits of a network are dropped when it is stored. */
function isNetwork(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  const width = family === 4 ? 32 : 128;
  if (bits === undefined) return true;
  if (!/^\d{1,3}$/.test(bits) || Number(bits) > width) return false;
  return true;
}
