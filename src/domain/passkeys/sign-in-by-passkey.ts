import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { secondsAfter } from "../../kit/clock.ts";
import { sha256 } from "../../kit/secrets.ts";
import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { enter, type Entry } from "../members/enter.ts";
import { nameDevice } from "../members/known-device.ts";
import { countAttempt, takeBack, type Limit } from "../sessions/attempt.ts";
import { markOfNetwork } from "../sessions/mark.ts";
import { signOut } from "../sessions/end-sessions.ts";
import type { Device } from "../sessions/session.ts";
import { checked, spendChallenge } from "./challenge.ts";
import { passkeyRefused, passkeyUnknown } from "./errors.ts";
import { challengeSeconds, type RelyingParty } from "./passkey.ts";
import { findPasskey, type FoundPasskey } from "./queries.ts";
import { insertChallenge, markUsed } from "./sql.ts";
import { loadWebAuthn } from "./webauthn.ts";

type SignInDeps = Pick<Deps, "db" | "clock" | "sealer">;

/** The number of challenges, and of failures, allowed per address: many people may share one. */
const challenges = { most: 300, seconds: 15 * 60 };
const failures = { most: 30, seconds: 15 * 60 };
/** For a browser that this member signed in with before: failures of others at the same address do not count. */
const ownFailures = { most: 10, seconds: 15 * 60 };

/**
 * What a browser needs to offer the passkeys it holds for this installation; `signInByPasskey` takes its response.
 */
export async function beginPasskeySignIn(
  { db, clock, sealer }: Pick<SignInDeps, "db" | "clock" | "sealer">,
  { party, ip }: { party: RelyingParty; ip: string },
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const at = clock.now();
  const { generateAuthenticationOptions } = await loadWebAuthn();
  const options = await generateAuthenticationOptions({ rpID: party.id, userVerification: "required" });
  await db.transaction(async (tx) => {
    await countAttempt(tx, [{ subject: `passkey ${markOfNetwork(sealer, ip)}`, ...challenges }], at);
    await insertChallenge(tx, sha256(options.challenge), null, secondsAfter(at, challengeSeconds));
  });
  return options;
}

export interface PasskeySignInInput {
  response: AuthenticationResponseJSON;
  party: RelyingParty;
  device: Device;
  /** The token that the browser kept from an earlier sign-in. */
  deviceToken?: string;
  /** The browser's previous session, which ends. */
  oldToken?: string;
}

/**
 * Signs in whoever holds the passkey. The device has verified its user, so it counts as both factors. Refuses
 * `passkey_refused`, `passkey_unknown`, and `locked` after too many failures.
 */
export async function signInByPasskey(deps: SignInDeps, input: PasskeySignInInput): Promise<Entry> {
  const { db, clock, sealer } = deps;
  const { response, party, device, oldToken } = input;
  const at = clock.now();
  const passkey = await findPasskey(db, response.id);
  const counted = await db.transaction((tx) => countAttempt(tx, [limitFor(deps, passkey, input, at)], at));
  const challenge = await spendChallenge(db, response.response.clientDataJSON, null, at);
  if (!passkey) throw passkeyUnknown();
  const signCount = await verify(passkey, response, challenge, party);
  await takeBack(db, counted);
  return db.transaction(async (tx) => {
    if (!(await markUsed(tx, passkey.id, signCount, at))) throw passkeyRefused();
    await signOut(tx, oldToken);
    await recordAction(tx, {
      at,
      actor: passkey.username,
      action: "session.begin",
      subject: `member ${passkey.memberId}`,
      detail: { ip: device.ip, passkey: passkey.name },
    });
    return enter({ tx, sealer }, memberOf(passkey), device, at);
  });
}

const memberOf = ({ memberId: id, passwordHash }: FoundPasskey) => ({ id, passwordHash });

function limitFor(
  { sealer }: SignInDeps,
  passkey: FoundPasskey | undefined,
  { device, deviceToken }: PasskeySignInInput,
  at: Date,
): Limit {
  const known = nameDevice(sealer, deviceToken, passkey && memberOf(passkey), at);
  return known === null
    ? { subject: `address ${markOfNetwork(sealer, device.ip)}`, ...failures }
    : { subject: `device ${known}`, ...ownFailures };
}

/** Verifies signature, user verification, origin and counter; returns the authenticator's new counter. */
async function verify(
  { credentialId: id, publicKey, signCount: counter, handle }: FoundPasskey,
  response: AuthenticationResponseJSON,
  challenge: string,
  party: RelyingParty,
): Promise<number> {
  const { userHandle } = response.response;
  if (userHandle && userHandle !== handle.toString("base64url")) throw passkeyRefused();
  const { verifyAuthenticationResponse } = await loadWebAuthn();
  const { verified, authenticationInfo } = await checked(
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: { id, publicKey: new Uint8Array(publicKey), counter },
      requireUserVerification: true,
    }),
  );
  if (!verified) throw passkeyRefused();
  return authenticationInfo.newCounter;
}
