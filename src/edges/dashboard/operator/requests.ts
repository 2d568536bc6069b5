import { Readable } from "node:stream";
import { Type, type Static } from "typebox";
import { exportRequest } from "../../../domain/cases/requests/export-request.ts";
import { notifyCustomers, postponeNotice } from "../../../domain/cases/requests/notice.ts";
import { countRequests, listRequests, type RequestFilter } from "../../../domain/cases/requests/queries.ts";
import { readRequest } from "../../../domain/cases/requests/read-request.ts";
import { recordRequest } from "../../../domain/cases/requests/record-request.ts";
import { refuse, releaseProved } from "../../../domain/cases/requests/release.ts";
import { dataKinds, requestName, requestStates } from "../../../domain/cases/requests/request.ts";
import type { AuthorityRequest } from "../../../domain/cases/requests/request.ts";
import { invalid } from "../../../kit/errors.ts";
import { ok } from "../../../http/ok.ts";
import { readTime } from "../../../http/parameters.ts";
import type { Routes } from "../../../http/routes.ts";
import { actorOf, operators, proofOf } from "../access.ts";
import { authorityRequest, recorded, released, requestDetails } from "../answers/requests.ts";
import type { AuthorityRequest as Shown } from "../answers/requests.ts";
import { answer, done, file, totals } from "../answers/shapes.ts";
import type { DashboardDeps } from "../dashboard.ts";
import {
  choice,
  idParams as params,
  page,
  pageOf,
  period,
  periodOf,
  proof,
  reason,
  sort,
  text,
  timeText,
} from "../schemas.ts";
import { showCount, timeOrNull } from "../show.ts";

const config = { who: operators };
const query = Type.Object({
  ...page,
  ...period,
  sort,
  state: Type.Optional(choice(requestStates)),
  due: Type.Optional(choice(["1"])),
  q: Type.Optional(text(1, 254)),
});
const line = text(1, 500);
const recording = Type.Object({
  authority: line,
  reference: line,
  legal_basis: line,
  number: Type.Optional(text(1, 60)),
  account: Type.Optional(text(1, 254)),
  from: timeText,
  to: timeText,
  kinds: Type.Array(choice(dataKinds), { minItems: 1, maxItems: dataKinds.length }),
  notice_waits_because: Type.Optional(line),
  notice_due_at: Type.Optional(timeText),
});
const postponing = Type.Object({ because: reason, until: timeText });

/** Requests of authorities: two operators release exactly what was asked for, and the customer is told. */
export function requestRoutes(app: Routes, deps: DashboardDeps): void {
  const { db } = deps;
  const filterOf = (asked: Static<typeof query>): RequestFilter => ({
    beforeId: pageOf(asked).beforeId,
    state: asked.state ?? null,
    dueAt: asked.due ? deps.clock.now() : null,
    q: asked.q?.trim() ?? null,
    ...periodOf(asked),
    ...(asked.sort ? { sort: asked.sort } : {}),
  });

  app.get(
    "/operator/requests",
    { config, schema: { querystring: query, response: answer(Type.Array(authorityRequest)) } },
    async (request) =>
      ok((await listRequests(db, filterOf(request.query), pageOf(request.query).limit)).map(showRequest)),
  );

  app.get(
    "/operator/requests/totals",
    { config, schema: { querystring: query, response: answer(totals) } },
    async (request) => ok(showCount(await countRequests(db, filterOf(request.query)))),
  );

  app.post(
    "/operator/requests",
    { config, schema: { body: recording, response: answer(recorded) } },
    async (request) => {
      const asked = request.body;
      const input = {
        authority: asked.authority,
        reference: asked.reference,
        legalBasis: asked.legal_basis,
        number: asked.number ?? null,
        account: asked.account ?? null,
        from: readTime("from", asked.from),
        to: readTime("to", asked.to),
        kinds: asked.kinds,
        noticeWaits: readNotice(asked),
      };
      return ok({ id: await recordRequest(deps, { ...input, actor: actorOf(request) }) });
    },
  );

  app.get(
    "/operator/requests/:id",
    { config, schema: { params, response: answer(requestDetails) } },
    async (request) => {
      const { releases, customers, ...read } = await readRequest(db, request.params.id);
      return ok({
        ...showRequest(read),
        releases: releases.map(({ username, at }) => ({ username, at: at.toISOString() })),
        released_by_you: releases.some(({ memberId }) => memberId === request.signed.memberId),
        customers,
        public_key: deps.sealer.publicKey(),
      });
    },
  );

  app.post(
    "/operator/requests/:id/release",
    { config, schema: { params, body: Type.Object(proof), response: answer(released) } },
    async (request) => {
      const by = { proof: proofOf(request, request.body), actor: actorOf(request) };
      return ok(await releaseProved(deps, { id: request.params.id, ...by }));
    },
  );

  app.post(
    "/operator/requests/:id/refuse",
    { config, schema: { params, body: Type.Object({ reason }), response: done } },
    async (request) => {
      await refuse(deps, { id: request.params.id, ...request.body, actor: actorOf(request) });
      return ok({});
    },
  );

  app.post(
    "/operator/requests/:id/notify",
    { config, schema: { params, response: done } },
    async (request) => {
      await notifyCustomers(deps, { id: request.params.id, actor: actorOf(request) });
      return ok({});
    },
  );

  app.post(
    "/operator/requests/:id/postpone",
    { config, schema: { params, body: postponing, response: done } },
    async (request) => {
      const { because, until } = request.body;
      const input = { id: request.params.id, because, until: readTime("until", until) };
      await postponeNotice(deps, { ...input, actor: actorOf(request) });
      return ok({});
    },
  );

  app.get(
    "/operator/requests/:id/export",
    { config, schema: { params, response: file } },
    async (request, reply) => {
      const exported = await exportRequest(deps, { id: request.params.id, actor: actorOf(request) });
      return reply
        .type("application/x-ndjson; charset=utf-8")
        .header("content-disposition", `attachment; filename="${exported.name}"`)
        .send(Readable.from([exported.text]));
    },
  );
}

function readNotice({
  notice_waits_because: because,
  notice_due_at: until,
}: Static<typeof recording>): { because: string; until: Date } | null {
  if (because === undefined && until === undefined) return null;
  if (because === undefined)
    throw invalid("notice_waits_because", "Say why the customer is not told at once.");
  if (until === undefined) throw invalid("notice_due_at", "Say on which day the customer is told.");
  return { because, until: readTime("notice_due_at", until) };
}

const showRequest = (request: AuthorityRequest & { account: string | null }): Shown => ({
  id: request.id,
  name: requestName(request.id),
  authority: request.authority,
  reference: request.reference,
  legal_basis: request.legalBasis,
  scope: request.scope,
  number: request.number,
  account_id: request.accountId,
  account: request.account,
  from: request.from.toISOString(),
  to: request.to.toISOString(),
  kinds: request.kinds,
  state: request.state,
  created_by: request.createdBy,
  created_at: request.createdAt.toISOString(),
  decided_at: timeOrNull(request.decidedAt),
  refused_because: request.refusedBecause,
  notice_waits_because: request.noticeWaitsBecause,
  notice_due_at: timeOrNull(request.noticeDueAt),
  noticed_at: timeOrNull(request.noticedAt),
  customers_told: request.customersTold,
});
