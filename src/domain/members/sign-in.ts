import { Refusal } from "../../kit/errors.ts";
import { recordAction } from "../audit/record-action.ts";
import { countAttempt, forgetAttempts, takeBack, type Limit } from "../sessions/attempt.ts";
import { markOf, markOfNetwork } from "../sessions/mark.ts";
import { signOut } from "../sessions/end-sessions.ts";
import type { Device } from "../sessions/session.ts";
import type { Deps } from "../deps.ts";
import { enter, type Entry } from "./enter.ts";
import { invalidCredentials } from "./errors.ts";
import { nameDevice } from "./known-device.ts";
import type { Member } from "./member.ts";
import { isPassword } from "./password.ts";
import { proveSecondFactor } from "./prove.ts";
import { findMemberByName } from "./queries.ts";
import { lockMember } from "./sql.ts";

export interface SignInInput {
  /** User name, or confirmed e-mail address. */
  name: string;
  password: string;
  /** Code of the second factor, if it is on. */
  code?: string;
  device: Device;
  /** The token that the browser kept from an earlier sign-in. */
  deviceToken?: string;
  /** The browser's previous session, which ends. */
  oldToken?: string;
}

const quarter = 15 * 60;
/** Many people may share one address. */
const perAddress = { most: 30, seconds: quarter };
const perNameAndAddress = { most: 10, seconds: quarter };
/** From all addresses together, against distributed guessing. Known devices are neither counted nor limited here. */
const perName = { most: 100, seconds: 3600 };
const perDevice = { most: 10, seconds: quarter };

/**
 * Signs somebody in. Attempts elsewhere do not lock a member out: failures count by name and address, and on a
 * browser that they signed in with before, by that browser alone. Refuses `invalid_credentials` without revealing
 * which of the two is wrong, `totp_required` and `totp_wrong`, and `locked` after too many failures.
 */
export async function signIn(
  deps: Pick<Deps, "db" | "clock" | "sealer">,
  input: SignInInput,
): Promise<Entry> {
  const { db, clock } = deps;
  const at = clock.now();
  const member = await findMemberByName(db, input.name);
  const [own, ...shared] = limitsFor(deps, member, input, at);
  const counted = await db.transaction((tx) => countAttempt(tx, [own, ...shared], at));
  if (!(await isPassword(member?.passwordHash, input.password)) || !member) throw invalidCredentials();
  try {
    await proveSecondFactor(deps, member, input.code, at);
  } catch (error) {
    const isAsking = error instanceof Refusal && error.code === "totp_required";
    if (isAsking) await takeBack(db, counted); // The password was right: not a failure yet.
    throw error;
  }
  await takeBack(db, counted);
  await forgetAttempts(db, own.subject);
  return begin(deps, member, input, at);
}

/** The first is the caller's own. */
function limitsFor(
  { sealer }: Pick<Deps, "sealer">,
  member: Member | undefined,
  { name, device, deviceToken }: SignInInput,
  at: Date,
): [Limit, ...Limit[]] {
  const known = nameDevice(sealer, deviceToken, member, at);
  if (known !== null) return [{ subject: `device ${known}`, ...perDevice }];
  const who = member ? `member ${member.id}` : `name ${markOf(sealer, name.toLowerCase())}`;
  const where = markOfNetwork(sealer, device.ip);
  return [
    { subject: `${who} from ${where}`, ...perNameAndAddress },
    { subject: who, ...perName },
    { subject: `address ${where}`, ...perAddress },
  ];
}

/** The password may have changed while it was checked: then it no longer counts. */
function begin(
  { db, sealer }: Pick<Deps, "db" | "sealer">,
  { id, passwordHash }: Member,
  { device, oldToken }: SignInInput,
  at: Date,
): Promise<Entry> {
  return db.transaction(async (tx) => {
    const member = await lockMember(tx, id);
    if (member?.passwordHash !== passwordHash) throw invalidCredentials();
    await signOut(tx, oldToken);
    await recordAction(tx, {
      at,
      actor: member.username,
      action: "session.begin",
      subject: `member ${id}`,
      detail: { ip: device.ip },
    });
    return enter({ tx, sealer }, member, device, at);
  });
}
