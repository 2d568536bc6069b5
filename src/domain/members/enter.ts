import type { Tx } from "../../kit/db.ts";
import type { Sealer } from "../../kit/seal.ts";
import { openSession } from "../sessions/open-session.ts";
import type { Device } from "../sessions/session.ts";
import { rememberDevice } from "./known-device.ts";
import type { Member } from "./member.ts";

/** What the browser keeps after a sign-in. */
export interface Entry {
  /** The session's token. */
  session: string;
  /** The token that makes it a known device (known-device.ts). */
  device: string;
}

/** Signs a member in, and makes their browser a known one. */
export async function enter(
  { tx, sealer }: { tx: Tx; sealer: Sealer },
  member: Pick<Member, "id" | "passwordHash">,
  device: Device,
  at: Date,
): Promise<Entry> {
  const session = await openSession(tx, member.id, device, at);
  return { session, device: rememberDevice(sealer, member, at) };
}
