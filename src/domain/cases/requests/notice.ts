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

/** Tells the customers of a released request: by letter, and on their page. */
export async function tellCustomers(
  deps: LinkDeps,
  tx: Tx,
  { request, actor }: { request: AuthorityRequest; actor: string },
  at: Date,
): Promise<void> {
  const { id } = request;
  const letter = noticeLetter(request, deps.publicBaseUrl());
  for (const account of await listRequestAccounts(tx, id))
    await writeToOwners(deps, tx, { accountId: account.id, letter, at });
  await setNoticed(tx, id, at);
  await recordAction(tx, { at, actor, action: "request.notify", subject: `request ${id}` });
}

/** The same, when it waited and no longer has to. Refuses `nothing_to_tell`. */
export async function notifyCustomers(
  deps: LinkDeps,
  { id, actor }: { id: number; actor: string },
): Promise<void> {
  const at = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    const request = await lockUntold(tx, id);
    await tellCustomers(deps, tx, { request, actor }, at);
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
