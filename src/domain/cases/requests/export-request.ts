import { sha256Hex } from "../../../kit/secrets.ts";
import { moneyJson } from "../../../kit/money.ts";
import { recordAction } from "../../audit/record-action.ts";
import type { Deps } from "../../deps.ts";
import { openText } from "../../messages/sealed-message.ts";
import { notReleased, requestNotFound, scopeTooLarge } from "./errors.ts";
import { findRequest, listReleases } from "./queries.ts";
import { requestName, type AuthorityRequest, type DataKind } from "./request.ts";
import {
  accountsInScope,
  messagesInScope,
  ordersInScope,
  paymentsInScope,
  sessionsInScope,
} from "./scope/queries.ts";
import { listActionsInScope } from "./scope/list-actions.ts";
import { signDocument } from "./signed-document.ts";

type ExportDeps = Pick<Deps, "db" | "clock" | "sealer">;

/** More than this is not one request any more. */
const mostRows = 100_000;

/**
 * What a released request is for, as a signed file: one line with the document, one with the signature. Each export is
 * recorded with its SHA-256. Refuses `not_released` and `scope_too_large`.
 */
export async function exportRequest(
  deps: ExportDeps,
  { id, actor }: { id: number; actor: string },
): Promise<{ name: string; text: string }> {
  const { db, clock, sealer } = deps;
  const request = await findRequest(db, id);
  if (!request) throw requestNotFound();
  const name = requestName(id);
  if (request.state !== "released" || request.erasedAt) throw notReleased(name);
  const at = clock.now();
  const data: Record<string, object[]> = {};
  for (const kind of request.kinds) data[kind] = await read(deps, request, kind);
  const document = JSON.stringify({
    format: "zapotp-authority-export/1",
    case: name,
    authority: request.authority,
    reference: request.reference,
    legal_basis: request.legalBasis,
    scope: request.scope === "number" ? { number: request.number } : { account_id: request.accountId },
    from: request.from,
    to: request.to,
    kinds: request.kinds,
    released_by: (await listReleases(db, id)).map(({ username, at: releasedAt }) => ({
      username,
      at: releasedAt,
    })),
    exported_at: at,
    data,
  });
  const text = signDocument(sealer, document);
  const detail = {
    sha256: sha256Hex(text),
    rows: Object.values(data).reduce((sum, rows) => sum + rows.length, 0),
  };
  await recordAction(db, { at, actor, action: "request.export", subject: `request ${id}`, detail });
  return { name: `${name}.jsonl`, text };
}

const readers: Record<
  DataKind,
  (deps: ExportDeps, request: AuthorityRequest, limit: number) => Promise<object[]>
> = {
  account: ({ db }, request, limit) => accountsInScope(db, request, limit),
  orders: ({ db }, request, limit) => ordersInScope(db, request, limit),
  sessions: ({ db }, request, limit) => sessionsInScope(db, request, limit),
  actions: ({ db }, request, limit) => listActionsInScope(db, request, limit),
  async messages({ db, sealer }, request, limit) {
    return (await messagesInScope(db, request, limit)).map((message) => ({
      number: message.number,
      order_id: message.orderId,
      sender: message.sender,
      received_at: message.receivedAt,
      // Null: erased by the rule that holds for every message.
      text: openText(sealer, message),
    }));
  },
  async payments({ db }, request, limit) {
    const rows = (await paymentsInScope(db, request, limit)) as { amount_minor: number }[];
    return rows.map(({ amount_minor: minor, ...row }) => ({ ...row, amount: moneyJson(minor) }));
  },
};

async function read(deps: ExportDeps, request: AuthorityRequest, kind: DataKind): Promise<object[]> {
  const rows = await readers[kind](deps, request, mostRows + 1);
  if (rows.length > mostRows) throw scopeTooLarge(kind, mostRows);
  return rows;
}
