import { sha256 } from "../../kit/secrets.ts";
import { recordAction } from "../audit/record-action.ts";
import { tellChanged } from "../delivery/tell-changed.ts";
import { findWalletIds } from "../wallet/queries.ts";
import type { Device } from "../sessions/session.ts";
import { addMember, checkMember } from "./add-member.ts";
import { enter, type Entry } from "./enter.ts";
import { linkInvalid } from "./errors.ts";
import { mayWrite } from "./limit-letters.ts";
import { sendConfirmation, type LinkDeps } from "./send-link.ts";
import { findInvitation } from "./invitations/queries.ts";
import { deleteInvitation } from "./invitations/sql.ts";

export interface AcceptInput {
  token: string;
  username: string;
  password: string;
  device: Device;
}

/** Makes whoever has the link a member, and signs them in. */
export async function acceptInvitation(deps: LinkDeps, input: AcceptInput): Promise<Entry> {
  const at = deps.clock.now();
  const { username, device } = input;
  const tokenHash = sha256(input.token);
  const invitation = await findInvitation(deps.db, tokenHash, at);
  if (!invitation) throw linkInvalid();
  const { id: invitationId, accountId, email, role } = invitation;
  const passwordHash = await checkMember({ ...input, email });
  return deps.db.transaction(async (tx) => {
    if (!(await deleteInvitation(tx, accountId, invitationId))) throw linkInvalid(); // Used in the meantime.
    const id = await addMember(tx, { accountId, username, email, role, passwordHash }, at);
    await tellChanged(tx, "account", await findWalletIds(tx, accountId));
    // The inviter knew the link, too: it does not prove the address.
    if (await mayWrite(tx, deps.sealer, { kind: "unasked", email }, at))
      await sendConfirmation(deps, tx, { id, username, email }, at);
    const detail = { role, ip: device.ip };
    await recordAction(tx, {
      at,
      actor: username,
      action: "member.join",
      subject: `account ${accountId}`,
      detail,
    });
    return enter({ tx, sealer: deps.sealer }, { id, passwordHash }, device, at);
  });
}
