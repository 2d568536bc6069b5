import type { Db } from "../../kit/db.ts";
import type { Clock } from "../../kit/clock.ts";
import { countAttempt } from "../sessions/attempt.ts";
import { signedOut } from "../sessions/errors.ts";
import { deleteAttempts } from "../sessions/sql.ts";
import { invalidCredentials } from "./errors.ts";
import type { Member } from "./member.ts";
import { isPassword } from "./password.ts";
import { lockMember } from "./sql.ts";

/**
 * The member, who proves once more that it is them: a session left open is not enough for what changes who can sign in.
 * Failures count as those of signing in do. Refuses `invalid_credentials` and `locked`.
 */
export async function requirePassword(
  { db, clock }: { db: Db; clock: Clock },
  memberId: number,
  password: string,
  field: string,
): Promise<Member> {
  const limit = { subject: `member ${memberId}`, most: 10, seconds: 15 * 60 };
  const { member, counted } = await db.transaction(async (tx) => ({
    counted: await countAttempt(tx, [limit], clock.now()),
    member: await lockMember(tx, memberId),
  }));
  if (!member) throw signedOut();
  if (!(await isPassword(member.passwordHash, password))) throw invalidCredentials(field);
  await deleteAttempts(db, counted);
  return member;
}
