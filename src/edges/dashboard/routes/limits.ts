import { readLimits } from "../../../domain/orders/limits/read-limits.ts";
import type { RentsLeft } from "../../../domain/orders/limits/rent-limits.ts";
import { moneyJson } from "../../../kit/money.ts";
import { addressGroup } from "../../../kit/address.ts";
import { accountOf, everyRole, walletOf } from "../access.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { limits, type RentLimit } from "../answers/keys.ts";
import { answer } from "../answers/shapes.ts";

/** The limits that hold for the wallet of the mode that the request names, and for its address: how much, and what is left. */
export function limitRoute(app: Routes, deps: DashboardDeps): void {
  const { requestsPerTenSeconds, sandbox, ...rules } = deps.settings.limits;
  app.get(
    "/limits",
    { config: { who: everyRole }, schema: { response: answer(limits) } },
    async (request) => {
      const { id: walletId, mode } = walletOf(request);
      const network = addressGroup(request.clientAddress);
      const { id: accountId } = accountOf(request);
      const now = await readLimits(deps, rules, { accountId, walletId, mode, network });
      return ok({
        requests_per_ten_seconds: requestsPerTenSeconds,
        window_seconds: rules.activationSeconds,
        cancel_after_seconds: rules.cancelLockSeconds,
        ...show(now),
        tier: now.tier,
        spend_a_day: moneyJson(now.spendMinor.most),
        spent_today: moneyJson(now.spendMinor.spent),
        slowed: now.isSlowed,
        codes_today: now.codes,
        ended_today: now.codes + now.fruitless,
        address: now.address && {
          group: now.address.network,
          slowed: now.address.isSlowed,
          requests_per_ten_seconds: requestsPerTenSeconds * rules.addressFactor,
          ...show(now.address),
        },
        sandbox:
          mode === "live" || sandbox.most === 0
            ? null
            : { ten_minutes: sandbox.most, order_messages: sandbox.perOrder, day_messages: sandbox.perDay },
      });
    },
  );
}

const show = ({ openOrders, rents }: RentsLeft): RentLimit => ({
  open_orders: openOrders.most,
  open_orders_left: openOrders.left,
  rents_per_minute: rents?.most ?? 0,
  rents_left: rents?.left ?? null,
});
