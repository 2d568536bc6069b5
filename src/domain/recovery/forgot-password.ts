import { mayWrite } from "../members/limit-letters.ts";
import { sendLink, type LinkDeps } from "../members/send-link.ts";
import { findMemberByEmail } from "../members/queries.ts";
import { countAttempt } from "../sessions/attempt.ts";
import { markOfNetwork } from "../sessions/mark.ts";

const perAddress = { most: 10, seconds: 3600 };

/** E-mails a link to set a new password, if there is such a member; the answer does not reveal whether there is. */
export async function forgotPassword(deps: LinkDeps, email: string, ip: string): Promise<void> {
  const at = deps.clock.now();
  await deps.db.transaction((tx) =>
    countAttempt(tx, [{ subject: `forgot ${markOfNetwork(deps.sealer, ip)}`, ...perAddress }], at),
  );
  const member = await findMemberByEmail(deps.db, email);
  if (!member?.email) return;
  const to = { id: member.id, username: member.username, email: member.email };
  await deps.db.transaction(async (tx) => {
    if (await mayWrite(tx, deps.sealer, { kind: "reset", email: to.email }, at))
      await sendLink(deps, tx, { purpose: "reset", ...to }, at);
  });
}
