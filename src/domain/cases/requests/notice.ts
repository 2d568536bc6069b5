import type { Tx } from "../../../kit/db.ts";
import { invalid } from "../../../kit/errors.ts";
import { recordAction } from "../../audit/record-action.ts";
import type { LinkDeps } from "../../members/send-link.ts";
import { writeToOwners } from "../write-to-owners.ts";
import { nothingToTell, requestNotFound } from "./errors.ts";
import { noticeLetter } from "./letters.ts";
import { needed } from "./record-request.ts";
import { listRequestAccounts } from "./queries.ts";
import { requestName, type AuthorityRequest } from "./request.ts";
import { lockRequest, setNoticed, setNoticeWaits } from "./sql.ts";

/**
 * Tells the customers of a released request: on their page, and by letter whoever has an owner with a confirmed address.
 * Returns how many got a letter.
 */
export async function tellCustomers(
  deps: LinkDeps,
  tx: Tx,
  { request, actor }: { request: AuthorityRequest; actor: string },
  at: Date,
): Promise<number> {
  const { id } = request;
  const letter = noticeLetter(request, deps.publicBaseUrl());
  const lettersOf = new Map<number, number>();
  for (const { id: accountId } of await listRequestAccounts(tx, id))
    lettersOf.set(accountId, await writeToOwners(deps, tx, { accountId, letter, at }));
  await setNoticed(tx, id, lettersOf, at);
  const told = [...lettersOf.values()].filter((letters) => letters > 0).length;
  const detail = { told, notReached: lettersOf.size - told };
  await recordAction(tx, { at, actor, action: "request.notify", subject: `request ${id}`, detail });
  return told;
}

/** The same, when it waited and no longer has to. Refuses `nothing_to_tell`. */
export async function notifyCustomers(
  deps: LinkDeps,
  { id, actor }: { id: number; actor: string },
): Promise<number> {
  const at = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    const request = await lockUntold(tx, id);
    return tellCustomers(deps, tx, { request, actor }, at);
  });
}

/** Lets the notice wait longer, for a stated reason. Refuses `nothing_to_tell`. */
export async function postponeNotice(
  { db, clock }: Pick<LinkDeps, "db" | "clock">,
  { id, because, until, actor }: { id: number; because: string; until: Date; actor: string },
): Promise<void> {
  const at = clock.now();
  if (until <= at) throw invalid("until", "The day on which the customer is told must be in the future.");
  await db.transaction(async (tx) => {
    await lockUntold(tx, id);
    await setNoticeWaits(tx, id, needed("because", because), until);
    const detail = { until: until.toISOString() };
    await recordAction(tx, {
      at,
      actor,
      action: "request.postpone-notice",
      subject: `request ${id}`,
      detail,
    });
  });
}

async function lockUntold(tx: Tx, id: number): Promise<AuthorityRequest> {
  const request = await lockRequest(tx, id);
  if (!request) throw requestNotFound();
  if (request.state !== "released" || request.noticedAt) throw nothingToTell(requestName(id));
  return request;
}
