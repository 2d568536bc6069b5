import { findWalletById } from "../../../domain/wallet/queries.ts";
import type { Wallet } from "../../../domain/wallet/wallet.ts";
import { moneyJson } from "../../../kit/money.ts";
import type { Routes } from "../../../http/routes.ts";
import type { ApiDeps } from "../api.ts";
import { answers, success } from "../schemas.ts";
import { user } from "../answers/user.ts";
import { ok } from "../../../http/ok.ts";

export function userRoute(api: Routes, { db }: ApiDeps): void {
  api.get(
    "/user",
    {
      config: { scope: "list" },
      schema: {
        operationId: "getUser",
        tags: ["Account"],
        summary: "Get user balance",
        description: "What the wallet may spend now (`balance`) and what is held for open orders (`held`).",
        response: answers("The account and what its wallet holds.", success(user), []),
      },
    },
    async ({ caller }) => {
      const wallet = (await findWalletById(db, caller.walletId)) as Wallet;
      return ok({
        username: caller.username,
        balance: moneyJson(wallet.spendableMinor),
        currency: wallet.currency,
        held: moneyJson(wallet.heldMinor),
        account_id: String(caller.accountId),
      });
    },
  );
}
