import { decodeClientDataJSON } from "@simplewebauthn/server/helpers";
import type { Db } from "../../kit/db.ts";
import { sha256 } from "../../kit/secrets.ts";
import { passkeyRefused } from "./errors.ts";
import { takeChallenge } from "./sql.ts";

/**
 * Uses up the challenge that a browser's answer says it signed, before the signature is looked at: it is good for one
 * try. `memberId`: whom it was given to, null for whoever signs in. Refuses `passkey_refused`.
 */
export async function spendChallenge(
  db: Db,
  clientDataJson: string,
  memberId: number | null,
  at: Date,
): Promise<string> {
  const challenge = readChallenge(clientDataJson);
  if (!(await takeChallenge(db, sha256(challenge), memberId, at))) throw passkeyRefused();
  return challenge;
}

function readChallenge(clientDataJson: string): string {
  try {
    return String(decodeClientDataJSON(clientDataJson).challenge);
  } catch {
    throw passkeyRefused();
  }
}

/** What the library says of an answer; it throws whatever is wrong with one. */
export async function checked<T>(verification: Promise<T>): Promise<T> {
  return verification.catch(() => {
    throw passkeyRefused();
  });
}
