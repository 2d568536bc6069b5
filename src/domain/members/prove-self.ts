import { Refusal } from "../../kit/errors.ts";
import type { Deps } from "../deps.ts";
import { countAttempt, takeBack } from "../sessions/attempt.ts";
import { signedOut } from "../sessions/errors.ts";
import { invalidCredentials, proofRequired } from "./errors.ts";
import type { Member } from "./member.ts";
import { isPassword } from "./password.ts";
import { proveSecondFactor } from "./prove.ts";
import { lockMember } from "./sql.ts";

/** What a signed-in member enters to confirm their identity again. */
export interface Proof {
  memberId: number;
  sessionId: number;
  password: string;
  /** Code of the second factor, if it is on. */
  code?: string;
}

/** A proof that only some requests need. */
export type PossibleProof = Omit<Proof, "password"> & { password?: string };

export type ProveDeps = Pick<Deps, "db" | "clock" | "sealer">;

/** Counted for this session only: attempts elsewhere must not block anybody who is signed in. */
const guesses = { most: 10, seconds: 15 * 60 };

/**
 * The member, whose identity is confirmed again with all factors: an unattended session is not enough for changes to
 * who can sign in. Refuses `invalid_credentials` (with the password's field), `totp_required`, `totp_wrong` and
 * `locked`.
 */
export async function proveSelf(deps: ProveDeps, proof: Proof, field: string): Promise<Member> {
  return counted(deps, proof, async (member) => {
    if (!(await isPassword(member.passwordHash, proof.password))) throw invalidCredentials(field);
    await proveSecondFactor(deps, member, proof.code, deps.clock.now());
  });
}

/** The same, if needed; `what` completes "Enter your password once more to …". Also refuses `password_required`. */
export async function requireProof(
  deps: ProveDeps,
  { password, ...proof }: PossibleProof,
  what: string,
): Promise<void> {
  if (password === undefined) throw proofRequired(what);
  await proveSelf(deps, { ...proof, password }, "password");
}

/**
 * The same with the password alone, for actions that the second factor would not make safer: setting another
 * password.
 */
export async function provePassword(
  deps: Pick<Deps, "db" | "clock">,
  proof: Omit<Proof, "code">,
  field: string,
): Promise<Member> {
  return counted(deps, proof, async (member) => {
    if (!(await isPassword(member.passwordHash, proof.password))) throw invalidCredentials(field);
  });
}

async function counted(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { memberId, sessionId }: Pick<Proof, "memberId" | "sessionId">,
  check: (member: Member) => Promise<void>,
): Promise<Member> {
  const limit = { subject: `proof of session ${sessionId}`, ...guesses };
  const { member, counted: ids } = await db.transaction(async (tx) => ({
    counted: await countAttempt(tx, [limit], clock.now()),
    member: await lockMember(tx, memberId),
  }));
  if (!member) throw signedOut();
  try {
    await check(member);
  } catch (error) {
    // The password was right and the code is still missing: not a failure.
    if (error instanceof Refusal && error.code === "totp_required") await takeBack(db, ids);
    throw error;
  }
  await takeBack(db, ids);
  return member;
}
