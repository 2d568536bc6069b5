import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server";
import { secondsAfter } from "../../kit/clock.ts";
import { sha256 } from "../../kit/secrets.ts";
import type { Deps } from "../deps.ts";
import { proveSelf, type Proof } from "../members/prove-self.ts";
import { tooManyPasskeys } from "./errors.ts";
import { algorithms, challengeSeconds, mostPasskeys, type RelyingParty } from "./passkey.ts";
import { findHandle, listCredentials } from "./queries.ts";
import { insertChallenge } from "./sql.ts";
import { loadWebAuthn } from "./webauthn.ts";

/**
 * What a browser needs to create a passkey; `addPasskey` takes its response. Requires all factors, because a passkey
 * is a new way to sign in. The passkey must be discoverable without a user name and verify its user (WebAuthn Level
 * 3, 5.4.4 and 5.8.6). Refuses `invalid_credentials`, `totp_required`, `totp_wrong`, `locked` and
 * `too_many_passkeys`.
 */
export async function beginPasskey(
  deps: Pick<Deps, "db" | "clock" | "sealer">,
  { proof, party }: { proof: Proof; party: RelyingParty },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { db, clock } = deps;
  const { memberId } = proof;
  const { username } = await proveSelf(deps, proof, "password");
  const known = await listCredentials(db, memberId);
  if (known.length >= mostPasskeys) throw tooManyPasskeys();
  const { generateRegistrationOptions } = await loadWebAuthn();
  const options = await generateRegistrationOptions({
    rpName: "ZapOTP",
    rpID: party.id,
    userID: new Uint8Array(await findHandle(db, memberId)),
    userName: username,
    userDisplayName: username,
    attestationType: "none",
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: known,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  const expiresAt = secondsAfter(clock.now(), challengeSeconds);
  await insertChallenge(db, sha256(options.challenge), memberId, expiresAt);
  return options;
}
