import { Readable } from "node:stream";
import { Type } from "typebox";
import { closeAccount } from "../../../domain/members/close-account.ts";
import { exportAccount, type ExportPart } from "../../../domain/exports/export-account.ts";
import { recordAction } from "../../../domain/audit/record-action.ts";
import { moneyJson } from "../../../kit/money.ts";
import { accountOf, actorOf, owners, proofOf } from "../access.ts";
import { takeCookie } from "../cookie.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { choice, proof, text } from "../schemas.ts";
import { showKey, showMember, showWallet } from "../show.ts";
import { done, file } from "../answers/shapes.ts";

const config = { who: owners };
const closing = Type.Object({
  ...proof,
  balance: Type.Optional(choice(["pay_out", "give_up"])),
  pay_out_to: Type.Optional(text(0, 500)),
});

/** The account as a whole: exporting one's data, and closing it. */
export function accountRoutes(app: Routes, deps: DashboardDeps): void {
  app.delete("/account", { config, schema: { body: closing, response: done } }, async (request, reply) => {
    const { balance = null, pay_out_to: payOutTo = null, ...given } = request.body;
    const input = { accountId: accountOf(request).id, proof: proofOf(request, given), balance, payOutTo };
    await closeAccount(deps, { ...input, actor: actorOf(request) });
    takeCookie(reply, deps.publicBaseUrl());
    return ok({});
  });

  app.get("/account/export", { config, schema: { response: file } }, async (request, reply) => {
    const { id, username } = accountOf(request);
    const subject = `account ${id}`;
    const db = deps.openLongAnswer(reply, id, "list");
    const at = deps.clock.now();
    await recordAction(deps.db, { at, actor: actorOf(request), action: "account.export", subject });
    void reply
      .type("application/json; charset=utf-8")
      .header(
        "content-disposition",
        `attachment; filename="zapotp-${username.replace(/[^\w.-]/g, "_")}.json"`,
      );
    return reply.send(
      Readable.from(
        asJson({ id, username, exported_at: at.toISOString() }, exportAccount({ ...deps, db }, id)),
      ),
    );
  });
}

/** An object of lists, written as it is read: parts of one kind and mode are consecutive. */
async function* asJson(head: object, parts: AsyncGenerator<ExportPart>): AsyncGenerator<string> {
  yield `{"account":${JSON.stringify(head)}`;
  let open = "";
  for await (const part of parts) {
    const name = nameOf(part);
    const rows = show(part).map((row) => JSON.stringify(row));
    yield name === open
      ? rows.map((row) => `,${row}`).join("")
      : `${open && "]"},"${name}":[${rows.join(",")}`;
    open = name;
  }
  yield `${open && "]"}}\n`;
}

const nameOf = (part: ExportPart): string =>
  part.kind === "orders" || part.kind === "postings" || part.kind === "events"
    ? `${part.mode}_${part.kind}`
    : part.kind === "wallet"
      ? `${part.wallet.mode}_wallet`
      : part.kind;

function show(part: ExportPart): object[] {
  if (part.kind === "members") return part.rows.map(showMember);
  if (part.kind === "keys") return part.rows.map(showKey);
  if (part.kind === "wallet") return [showWallet(part.wallet)];
  if (part.kind === "postings")
    return part.rows.map(({ amountMinor, spendableAfterMinor, ...row }) => ({
      ...row,
      amount: moneyJson(amountMinor),
      spendable_after: moneyJson(spendableAfterMinor),
    }));
  if (part.kind !== "orders") return part.rows;
  return part.rows.map(({ codeSealed: _code, priceMinor, ...order }) => ({
    ...order,
    price: moneyJson(priceMinor),
  }));
}
