import { networkOf } from "../../kit/address.ts";
import { Refusal } from "../../kit/errors.ts";
import { sha256 } from "../../kit/secrets.ts";
import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { countAttempt } from "../sessions/attempt.ts";
import { openSession } from "../sessions/open-session.ts";
import type { Device } from "../sessions/session.ts";
import { deleteAttempts, deleteAttemptsOf, deleteSessionByToken } from "../sessions/sql.ts";
import { invalidCredentials } from "./errors.ts";
import { isPassword } from "./password.ts";
import { proveSecondFactor } from "./prove.ts";
import { findMemberByName } from "./sql.ts";

export interface SignInInput {
  /** Name or e-mail address. */
  name: string;
  password: string;
  /** Of the authenticator, or a recovery code. */
  code?: string;
  device: Device;
  /** The session that the browser had until now; it ends. */
  oldToken?: string;
}

const seconds = 15 * 60;
const perMember = { most: 10, seconds };
const perAddress = { most: 30, seconds };

/**
 * Signs a member in; answers the new session's token. Refuses `invalid_credentials`, `totp_required`, `totp_wrong`,
 * and `locked` after too many failures. Names that nobody has are counted and timed like those of members.
 */
export async function signIn(
  deps: Pick<Deps, "db" | "clock" | "sealer">,
  input: SignInInput,
): Promise<string> {
  const { db, clock } = deps;
  const at = clock.now();
  const member = await findMemberByName(db, input.name);
  const subject = member ? `member ${member.id}` : `name ${input.name.toLowerCase().slice(0, 254)}`;
  const limits = [
    { subject, ...perMember },
    { subject: `address ${networkOf(input.device.ip)}`, ...perAddress },
  ];
  const counted = await db.transaction((tx) => countAttempt(tx, limits, at));
  if (!(await isPassword(member?.passwordHash, input.password)) || !member) throw invalidCredentials();
  try {
    await proveSecondFactor(deps, member, input.code, at);
  } catch (error) {
    const isAsking = error instanceof Refusal && error.code === "totp_required";
    if (isAsking) await deleteAttempts(db, counted); // The password was right: not a failure yet.
    throw error;
  }
  await deleteAttempts(db, counted);
  await deleteAttemptsOf(db, subject);
  return db.transaction(async (tx) => {
    if (input.oldToken) await deleteSessionByToken(tx, sha256(input.oldToken));
    const detail = { ip: input.device.ip };
    await recordAction(tx, {
      at,
      actor: member.username,
      action: "session.begin",
      subject: `member ${member.id}`,
      detail,
    });
    return openSession(tx, member.id, input.device, at);
  });
}
