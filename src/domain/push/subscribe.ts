import { sha256 } from "../../kit/secrets.ts";
import type { Deps } from "../deps.ts";
import { pushTargetInvalid } from "./errors.ts";
import { sealTarget } from "./sealed-push.ts";
import { deleteSubscription, startCursors, upsertSubscription } from "./sql.ts";
import { isPushTarget, type PushTarget } from "./subscription.ts";

/** From now on the browser of this session is told when a message arrives, until it signs out or unsubscribes. */
export async function subscribe(
  { db, clock, sealer }: Pick<Deps, "db" | "clock" | "sealer">,
  { sessionId, accountId, target }: { sessionId: number; accountId: number; target: PushTarget },
): Promise<void> {
  if (!isPushTarget(target)) throw pushTargetInvalid();
  await db.transaction(async (tx) => {
    const endpointHash = sha256(target.endpoint);
    const targetSealed = sealTarget(sealer, sessionId, target);
    await upsertSubscription(tx, { sessionId, endpointHash, targetSealed }, clock.now());
    await startCursors(tx, accountId);
  });
}

export const unsubscribe = ({ db }: Pick<Deps, "db">, sessionId: number): Promise<void> =>
  deleteSubscription(db, sessionId);
