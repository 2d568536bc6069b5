import type { Db } from "../../kit/db.ts";
import { sha256 } from "../../kit/secrets.ts";
import { passkeyRefused } from "./errors.ts";
import { takeChallenge } from "./sql.ts";
import { loadWebAuthnHelpers } from "./webauthn.ts";

/**
 * Consumes the challenge that a browser's response claims to have signed, before the signature is checked: it is good
 * for one attempt. `memberId`: the member it was issued to, null at sign-in. Refuses `passkey_refused`.
 */
export async function spendChallenge(
  db: Db,
  clientDataJson: string,
  memberId: number | null,
  at: Date,
): Promise<string> {
  const challenge = await readChallenge(clientDataJson);
  if (!(await takeChallenge(db, sha256(challenge), memberId, at))) throw passkeyRefused();
  return challenge;
}

async function readChallenge(clientDataJson: string): Promise<string> {
  const { decodeClientDataJSON } = await loadWebAuthnHelpers();
  try {
    return String(decodeClientDataJSON(clientDataJson).challenge);
  } catch {
    throw passkeyRefused();
  }
}

/** The library's verdict on a response; it throws for any fault. */
export async function checked<T>(verification: Promise<T>): Promise<T> {
  return verification.catch(() => {
    throw passkeyRefused();
  });
}
