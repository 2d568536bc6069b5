import { networkOf } from "../../kit/address.ts";
import { sha256 } from "../../kit/secrets.ts";
import { recordAction } from "../audit/record-action.ts";
import { countAttempt } from "../sessions/attempt.ts";
import { deleteAttemptsOf, deleteSessionsOf } from "../sessions/sql.ts";
import { linkInvalid } from "./errors.ts";
import { hashPassword, requireGoodPassword } from "./password.ts";
import { sendLink, type LinkDeps } from "./send-link.ts";
import {
  confirmEmail,
  deleteTokensOf,
  findMemberByEmail,
  lockMember,
  setPassword,
  takeToken,
} from "./sql.ts";
import { tellMember } from "./tell-member.ts";

const perAddress = { most: 10, seconds: 3600 };
/** Letters to one mailbox: nobody is to be flooded by somebody else's requests. */
const lettersAnHour = 3;

/** Mails a link to set a new password, if there is such a member; the answer never tells. */
export async function forgotPassword(deps: LinkDeps, email: string, ip: string): Promise<void> {
  const at = deps.clock.now();
  await deps.db.transaction((tx) =>
    countAttempt(tx, [{ subject: `forgot ${networkOf(ip)}`, ...perAddress }], at),
  );
  const member = await findMemberByEmail(deps.db, email);
  if (!member?.email) return;
  const limit = { subject: `forgot member ${member.id}`, most: lettersAnHour, seconds: 3600 };
  const to = { id: member.id, username: member.username, email: member.email };
  await deps.db
    .transaction(async (tx) => {
      await countAttempt(tx, [limit], at);
      await sendLink(deps, tx, "reset", to, at);
    })
    .catch((error: unknown) => {
      if ((error as { code?: string }).code !== "locked") throw error;
    });
}

/** Sets a new password by a mailed link. Every session and every other link of the member ends. */
export async function resetPassword(
  deps: LinkDeps,
  input: { token: string; password: string },
): Promise<void> {
  const at = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    const taken = await takeToken(tx, sha256(input.token), "reset", at);
    const member = taken && (await lockMember(tx, taken.memberId));
    if (!member) throw linkInvalid();
    requireGoodPassword(input.password, member); // A refusal leaves the link good.
    await setPassword(tx, member.id, await hashPassword(input.password));
    if (!member.emailConfirmedAt && member.email === taken.email)
      await confirmEmail(tx, member.id, taken.email, at);
    await deleteSessionsOf(tx, member.id, null);
    await deleteTokensOf(tx, member.id);
    await deleteAttemptsOf(tx, `member ${member.id}`);
    const subject = `member ${member.id}`;
    await recordAction(tx, { at, actor: member.username, action: "password.reset", subject });
    await tellMember(deps, tx, member.id, "a new password was set by a mailed link", at);
  });
}
