import { Type, type Static } from "typebox";
import { accountNotFound } from "../../../domain/accounts/errors.ts";
import {
  customerSorts,
  customerStates,
  findCustomer,
  listCustomers,
  listKeys,
  sumCustomers,
  type CustomerFilter,
} from "../../../domain/accounts/queries.ts";
import { readPayOut } from "../../../domain/accounts/read-pay-out.ts";
import { findStanding } from "../../../domain/accounts/standing/queries.ts";
import { tierOf, type Standing } from "../../../domain/accounts/standing/standing.ts";
import { tierOpenOrders } from "../../../domain/orders/limits/rent-limits.ts";
import { resume, suspend } from "../../../domain/accounts/suspend.ts";
import { listActions } from "../../../domain/audit/queries.ts";
import { createCustomer } from "../../../domain/members/create-customer.ts";
import { listMembers } from "../../../domain/members/queries.ts";
import { listOrdersOfAll } from "../../../domain/orders/lists/queries.ts";
import { listWallets } from "../../../domain/wallet/queries.ts";
import { readIdempotency } from "../../../domain/idempotency/read.ts";
import { credit } from "../../../domain/wallet/credit.ts";
import { setOrderLimit } from "../../../domain/wallet/set-order-limit.ts";
import { invalid } from "../../../kit/errors.ts";
import { moneyJson } from "../../../kit/money.ts";
import { actorOf, operators } from "../access.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { expects, readAmount } from "../../../http/parameters.ts";
import {
  amount,
  choice,
  email,
  idParams as params,
  page,
  pageOf,
  period,
  periodOf,
  reason,
  text,
} from "../schemas.ts";
import { showCount, showKey, showMember } from "../show.ts";
import { everyOrder } from "./orders.ts";
import { showAction, showCustomer, showOperatorOrder } from "./show.ts";
import {
  createdCustomer,
  credited,
  customer,
  customerDetails,
  customerTotals,
  orderLimit,
  payOut,
  suspended,
} from "../answers/operator/customers.ts";
import { answer, done } from "../answers/shapes.ts";

const config = { who: operators };
const query = Type.Object({
  ...page,
  ...period,
  sort: Type.Optional(choice(customerSorts)),
  state: Type.Optional(choice(customerStates)),
  q: Type.Optional(text(1, 254)),
});
const filterOf = (asked: Static<typeof query>): CustomerFilter => ({
  q: asked.q ?? null,
  state: asked.state ?? null,
  ...periodOf(asked),
  lastId: asked.before ?? null,
  ...(asked.sort ? { sort: asked.sort } : {}),
});
const limit = Type.Unsafe<number | null>({
  anyOf: [{ type: "integer", minimum: 0, maximum: 1_000_000 }, { type: "null" }],
  ...expects("be a whole number from 0 to 1000000, or null"),
});
const creditBody = Type.Object({
  mode: choice(["live", "test"]),
  amount,
  reason,
  reference: Type.Optional(text(0, 100)),
  may_owe: Type.Optional(Type.Boolean()),
  confirm_amount: Type.Optional(amount),
});
const newCustomer = Type.Object({ username: text(1, 64), email });
const lastOrders = 10;
const lastActions = 20;

export function customerRoutes(app: Routes, deps: DashboardDeps): void {
  const { db } = deps;

  app.get(
    "/operator/customers",
    {
      config: { ...config, compress: true },
      schema: { querystring: query, response: answer(Type.Array(customer)) },
    },
    async ({ query: asked }) =>
      ok((await listCustomers(db, filterOf(asked), pageOf(asked).limit)).map(showCustomer)),
  );

  app.get(
    "/operator/customers/totals",
    { config, schema: { querystring: query, response: answer(customerTotals) } },
    async ({ query: asked }) => {
      const { count, spendableMinor, heldMinor } = await sumCustomers(db, filterOf(asked));
      return ok({ ...showCount(count), balance: moneyJson(spendableMinor), held: moneyJson(heldMinor) });
    },
  );

  app.post(
    "/operator/customers",
    { config, schema: { body: newCustomer, response: answer(createdCustomer) } },
    async (request) => {
      const { currency, lowBalanceMinor, termsVersion } = deps.settings;
      const input = { ...request.body, currency, lowBalanceMinor, termsVersion, actor: actorOf(request) };
      const { accountId, username, password } = await createCustomer(deps, input);
      return ok({ id: accountId, username, password });
    },
  );

  app.get(
    "/operator/customers/:id",
    { config, schema: { params, response: answer(customerDetails) } },
    async (request) => {
      const { id } = request.params;
      const found = await findCustomer(db, id);
      if (!found) throw accountNotFound(String(id));
      const { limits: rules } = deps.settings;
      const tier = tierOf((await findStanding(db, id)) as Standing, rules.standing, deps.clock.now());
      const actions = {
        beforeId: Number.MAX_SAFE_INTEGER,
        actor: null,
        action: null,
        subject: `account ${id}`,
        from: null,
        to: null,
      };
      return ok({
        account: showCustomer(found),
        wallets: (await listWallets(db, id)).map((wallet) => ({
          mode: wallet.mode,
          currency: wallet.currency,
          balance: moneyJson(wallet.spendableMinor),
          held: moneyJson(wallet.heldMinor),
          revenue: moneyJson(wallet.revenueMinor),
          open_orders: wallet.openHolds,
          low_balance: moneyJson(wallet.lowBalanceMinor),
          max_open_orders: wallet.maxOpenOrders,
          default_max_open_orders: tierOpenOrders(rules, wallet.mode, tier) ?? rules.maxOpenOrders,
        })),
        members: (await listMembers(db, id)).map(showMember),
        keys: (await listKeys(db, id, deps.clock.now())).map(showKey),
        orders: (await listOrdersOfAll(db, { ...everyOrder, accountId: id }, lastOrders)).map(
          showOperatorOrder,
        ),
        actions: (await listActions(db, actions, lastActions)).map(showAction),
      });
    },
  );

  app.post(
    "/operator/customers/:id/credit",
    { config, schema: { params, body: creditBody, response: answer(credited) } },
    async (request) => {
      const { mode, reason: why, reference = null, may_owe: mayOwe = false } = request.body;
      const { confirm_amount: again } = request.body;
      const amountMinor = readAmount("amount", request.body.amount);
      if (amountMinor === 0) throw invalid("amount", "The amount must not be 0.");
      const { spendableMinor, heldMinor } = await credit(deps, {
        accountId: request.params.id,
        mode,
        amountMinor,
        reason: why,
        reference,
        mayOwe,
        largeMinor: deps.settings.largeAmountMinor,
        confirmedMinor: again === undefined ? null : readAmount("confirm_amount", again),
        // The account is in the URL: the same idempotency key for another account is another request.
        idempotency: readIdempotency(request.headers["idempotency-key"], request.url, request.body),
        actor: actorOf(request),
      });
      return ok({ balance: moneyJson(spendableMinor), held: moneyJson(heldMinor) });
    },
  );

  // A POST, because looking is recorded.
  app.post(
    "/operator/customers/:id/pay-out",
    { config, schema: { params, response: answer(payOut) } },
    async (request) =>
      ok({ to: await readPayOut(deps, { accountId: request.params.id, actor: actorOf(request) }) }),
  );

  app.post(
    "/operator/customers/:id/limits",
    {
      config,
      schema: {
        params,
        body: Type.Object({ mode: choice(["live", "test"]), max_open_orders: limit, reason }),
        response: answer(orderLimit),
      },
    },
    async (request) => {
      const { mode, max_open_orders: maxOpenOrders, reason: why } = request.body;
      const accountId = request.params.id;
      await setOrderLimit(deps, { accountId, mode, maxOpenOrders, reason: why, actor: actorOf(request) });
      return ok({ mode, max_open_orders: maxOpenOrders });
    },
  );

  app.post(
    "/operator/customers/:id/suspend",
    { config, schema: { params, body: Type.Object({ reason }), response: answer(suspended) } },
    async (request) => {
      const input = { accountId: request.params.id, ...request.body, actor: actorOf(request) };
      return ok({ suspended_at: (await suspend(deps, input)).toISOString() });
    },
  );

  app.post(
    "/operator/customers/:id/resume",
    { config, schema: { params, response: done } },
    async (request) => {
      await resume(deps, { accountId: request.params.id, actor: actorOf(request) });
      return ok({});
    },
  );
}
