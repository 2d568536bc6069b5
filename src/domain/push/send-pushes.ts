import { secondsAfter } from "../../kit/clock.ts";
import type { Deps } from "../deps.ts";
import { accountRoles } from "../sessions/session.ts";
import { readsCodes } from "../members/member.ts";
import { pushKeys } from "./push-keys.ts";
import { openTarget } from "./sealed-push.ts";
import {
  countFailure,
  deleteFailing,
  deleteIdleCursors,
  deletePush,
  deleteSubscription,
  insertPushes,
  postponePush,
  resetFailures,
  takeDuePushes,
  type DuePush,
} from "./sql.ts";
import type { Arrived, PushKeys, SendPush } from "./subscription.ts";

const batchSize = 50;
/** No other process tries a push while this one does. */
const holdSeconds = 60;
/** Nobody waits for a code longer: a later push would only disturb. */
const usefulSeconds = 600;
/** A subscription goes after this many pushes in a row that could not be delivered. */
const mostFailures = 10;

type PushDeps = Pick<Deps, "db" | "clock" | "log" | "sealer">;

/** Tells subscribers of messages that came since the last time; what fails is tried again for ten minutes. */
export async function sendPushes(deps: PushDeps, send: SendPush): Promise<void> {
  const { db, clock } = deps;
  const at = clock.now();
  const roles = accountRoles.filter(readsCodes);
  await insertPushes(db, { roles, since: secondsAfter(at, -usefulSeconds), at });
  const due = await takeDuePushes(db, at, secondsAfter(at, holdSeconds), batchSize);
  if (due.length === 0) return;
  const keys = await pushKeys(deps);
  await Promise.all(due.map((push) => sendOne(deps, { push, keys, send })));
}

async function sendOne(
  deps: PushDeps,
  { push, keys, send }: { push: DuePush; keys: PushKeys; send: SendPush },
): Promise<void> {
  const { db, clock } = deps;
  const { id, sessionId, tries } = push;
  const status = await attempt(deps, push, () => {
    const text = JSON.stringify(describe(push));
    return send(openTarget(deps.sealer, push), keys, text, usefulSeconds);
  });
  if (status >= 200 && status < 300) {
    await deletePush(db, id);
    return resetFailures(db, sessionId);
  }
  // The browser has ended the subscription (RFC 8030, 7.3).
  if (status === 404 || status === 410) return deleteSubscription(db, sessionId);
  const nextAt = secondsAfter(clock.now(), 5 * 2 ** Math.min(tries, 7));
  const mayRecover = status === 0 || status === 429 || status >= 500;
  if (mayRecover && nextAt < secondsAfter(push.createdAt, usefulSeconds)) return postponePush(db, id, nextAt);
  await deletePush(db, id);
  await countFailure(db, sessionId);
  await deleteFailing(db, sessionId, mostFailures);
}

/** The status of the answer; 0 without one. */
async function attempt(
  { log }: PushDeps,
  { id, tries }: DuePush,
  work: () => Promise<number>,
): Promise<number> {
  try {
    return await work();
  } catch (error) {
    log.warn({ err: error, push: id, tries }, "a push could not be delivered");
    return 0;
  }
}

const describe = ({ orderId, service, mode, hasCode }: DuePush): Arrived => ({
  order_id: orderId,
  service,
  mode,
  has_code: hasCode,
});

/** Forgets up to where wallets were told that nobody follows any more. */
export const forgetCursors = ({ db }: Pick<Deps, "db">): Promise<void> => deleteIdleCursors(db);
