import { findWalletById } from "../../../domain/wallet/queries.ts";
import { everyRole, walletOf } from "../access.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { limits } from "../answers/keys.ts";
import { answer } from "../answers/shapes.ts";

/** The limits of the documented API for the wallet of the mode that the request names, in figures. */
export function limitRoute(app: Routes, { db, settings }: DashboardDeps): void {
  const { requestsPerTenSeconds, maxOpenOrders, activationSeconds, cancelLockSeconds } = settings.limits;
  app.get(
    "/limits",
    { config: { who: everyRole }, schema: { response: answer(limits) } },
    async (request) => {
      const wallet = await findWalletById(db, walletOf(request).id);
      return ok({
        requests_per_ten_seconds: requestsPerTenSeconds,
        open_orders: wallet?.maxOpenOrders ?? maxOpenOrders,
        window_seconds: activationSeconds,
        cancel_after_seconds: cancelLockSeconds,
      });
    },
  );
}
