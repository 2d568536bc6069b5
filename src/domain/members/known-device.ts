import { randomBytes } from "node:crypto";
import { secondsAfter } from "../../kit/clock.ts";
import type { Place, Sealer } from "../../kit/seal.ts";
import { sha256 } from "../../kit/secrets.ts";
import type { Member } from "./member.ts";

/**
 * The token that a browser keeps after a sign-in (OWASP, "Slow Down Online Guessing Attacks with Device Cookies").
 */
interface KnownDevice {
  memberId: number;
  name: string;
  /** Of the password at that time: the device is no longer known once the password changes. */
  mark: string;
  /** Milliseconds since 1970. */
  at: number;
}

const place: Place = ["known device"];
/** How long a browser is known. */
export const knownSeconds = 180 * 86_400;
const longestToken = 1000;

const markOf = (passwordHash: string): string => sha256(passwordHash).toString("base64url").slice(0, 16);

/**
 * A token for the browser to keep; it does not sign anybody in, but sign-ins of its member are counted separately.
 */
export function rememberDevice(
  sealer: Sealer,
  { id, passwordHash }: Pick<Member, "id" | "passwordHash">,
  at: Date,
): string {
  const name = randomBytes(9).toString("base64url");
  const device: KnownDevice = { memberId: id, name, mark: markOf(passwordHash), at: at.getTime() };
  return sealer.seal(JSON.stringify(device), place).toString("base64url");
}

/** The device's name; null if the token is invalid, too old, or not for this member with this password. */
export function nameDevice(
  sealer: Sealer,
  token: string | undefined,
  member: Pick<Member, "id" | "passwordHash"> | undefined,
  at: Date,
): string | null {
  const device = token === undefined || token.length > longestToken ? null : open(sealer, token);
  if (!device || !member || device.memberId !== member.id) return null;
  if (device.mark !== markOf(member.passwordHash)) return null;
  return device.at > secondsAfter(at, -knownSeconds).getTime() ? device.name : null;
}

function open(sealer: Sealer, token: string): KnownDevice | null {
  try {
    return JSON.parse(sealer.open(Buffer.from(token, "base64url"), place)) as KnownDevice;
  } catch {
    return null;
  }
}
