import { recordAction } from "../../audit/record-action.ts";
import { proveSelf, type Proof } from "../../members/prove-self.ts";
import type { LinkDeps } from "../../members/send-link.ts";
import { noOperator, releasedByYou, requestClosed, requestNotFound } from "./errors.ts";
import { needed } from "./record-request.ts";
import { findOperator, listReleases } from "./queries.ts";
import { requestName } from "./request.ts";
import { listAccountsConcerned } from "./scope/queries.ts";
import {
  deleteLapsedReleases,
  insertRelease,
  insertRequestAccounts,
  lockRequest,
  setRefused,
  setReleased,
} from "./sql.ts";
import { tellCustomers } from "./notice.ts";

/** How many different operators have to release a request. */
const releasesNeeded = 2;

export interface Releasing {
  id: number;
  /** The user name of an operator. */
  operator: string;
  actor: string;
}

/**
 * An operator's part of a release; with the second one the data may be exported, and the customers are told unless that
 * waits. A release by somebody who is no longer an operator does not count. Refuses `second_person_needed` for somebody who released it before,
 * `not_an_operator` and `request_closed`.
 */
export async function release(
  deps: LinkDeps,
  { id, operator, actor }: Releasing,
): Promise<{ released: boolean; releases: number }> {
  const at = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    const request = await lockRequest(tx, id);
    if (!request) throw requestNotFound();
    if (request.state !== "open") throw requestClosed(requestName(id));
    const person = await findOperator(tx, operator);
    if (!person) throw noOperator(operator);
    await deleteLapsedReleases(tx, id);
    if (!(await insertRelease(tx, id, { memberId: person.id, username: person.username, at })))
      throw releasedByYou(requestName(id));
    const releases = (await listReleases(tx, id)).length;
    const subject = `request ${id}`;
    await recordAction(tx, {
      at,
      actor,
      action: "request.release",
      subject,
      detail: { by: person.username, releases },
    });
    if (releases < releasesNeeded) return { released: false, releases };
    await setReleased(tx, id, at);
    await insertRequestAccounts(tx, id, await listAccountsConcerned(tx, request));
    if (request.noticeDueAt === null || request.noticeDueAt <= at)
      await tellCustomers(deps, tx, { request, actor }, at);
    return { released: true, releases };
  });
}

/** The same by somebody who is signed in and proves again who they are: data leaves by it. */
export async function releaseProved(
  deps: LinkDeps,
  { id, proof, actor }: { id: number; proof: Proof; actor: string },
): Promise<{ released: boolean; releases: number }> {
  const { username } = await proveSelf(deps, proof, "password");
  return release(deps, { id, operator: username, actor });
}

/** Answers a request with no. Refuses `request_closed`. */
export async function refuse(
  { db, clock }: Pick<LinkDeps, "db" | "clock">,
  { id, reason, actor }: { id: number; reason: string; actor: string },
): Promise<void> {
  const at = clock.now();
  await db.transaction(async (tx) => {
    const request = await lockRequest(tx, id);
    if (!request) throw requestNotFound();
    if (request.state !== "open") throw requestClosed(requestName(id));
    await setRefused(tx, id, needed("reason", reason), at);
    await recordAction(tx, { at, actor, action: "request.refuse", subject: `request ${id}` });
  });
}
