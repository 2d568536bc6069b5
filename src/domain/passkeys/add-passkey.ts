import type { RegistrationResponseJSON } from "@simplewebauthn/server";
import { recordAction } from "../audit/record-action.ts";
import type { LinkDeps } from "../members/send-link.ts";
import { tellMember } from "../members/tell-member.ts";
import { checked, spendChallenge } from "./challenge.ts";
import { passkeyRefused, passkeyTaken } from "./errors.ts";
import { algorithms, type RelyingParty } from "./passkey.ts";
import { insertPasskey } from "./sql.ts";
import { loadWebAuthn } from "./webauthn.ts";

export interface AddPasskeyInput {
  memberId: number;
  name: string;
  response: RegistrationResponseJSON;
  party: RelyingParty;
  actor: string;
}

/**
 * Stores the passkey that a browser created (`beginPasskey`); returns its id. Refuses `passkey_refused` and
 * `passkey_taken`.
 */
export async function addPasskey(deps: LinkDeps, input: AddPasskeyInput): Promise<number> {
  const { memberId, name, response, party, actor } = input;
  const at = deps.clock.now();
  const challenge = await spendChallenge(deps.db, response.response.clientDataJSON, memberId, at);
  const { verifyRegistrationResponse } = await loadWebAuthn();
  const { registrationInfo } = await checked(
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    }),
  );
  if (!registrationInfo) throw passkeyRefused();
  const { credential, credentialBackedUp: synced } = registrationInfo;
  return deps.db.transaction(async (tx) => {
    const passkey = {
      memberId,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      signCount: credential.counter,
      transports: response.response.transports ?? [],
      name,
      synced,
    };
    const id = await insertPasskey(tx, passkey, at);
    if (id === null) throw passkeyTaken();
    const subject = `member ${memberId}`;
    await recordAction(tx, { at, actor, action: "passkey.add", subject, detail: { name } });
    await tellMember(deps, tx, { memberId, what: `the passkey “${name}” was added` }, at);
    return id;
  });
}
