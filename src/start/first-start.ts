import type { Deps } from "../domain/deps.ts";
import { createAccount } from "../domain/accounts/create-account.ts";
import { termsVersionWith } from "../domain/accounts/terms.ts";
import { createFirstOperator } from "../domain/members/create-operator.ts";
import type { Config } from "../config.ts";

/**
 * Creates the first operator and a demo account; returns the lines that say how to use them, including secrets
 * (`handOver`), or none if this is not the first start.
 */
export async function firstStart(
  deps: Pick<Deps, "db" | "clock">,
  config: Config,
  address: string,
): Promise<string[]> {
  const operator = await createFirstOperator(deps);
  if (!operator) return [];
  const demo = await createAccount(deps, {
    username: "demo",
    currency: config.CURRENCY,
    lowBalanceMinor: config.LOW_BALANCE,
    balanceMinor: config.DEMO_BALANCE,
    termsVersion: termsVersionWith(config.TERMS_VERSION),
    actor: "system",
  });
  return [
    "This is the first start. Shown this once:",
    `  operator   ${operator.username} / ${operator.password}   (to be changed at the first sign-in)`,
    `  demo account, test key   ${demo.testKey}`,
    `  demo account, live key   ${demo.liveKey}`,
    "",
    "Rent a sandbox number and wait for its code:",
    `  curl -X POST "${address}/account/api/v1/rent" -H "Authorization: Bearer ${demo.testKey}" \\`,
    `    -H "Content-Type: application/json" -d '{"action":"rent","service":"whatsapp","country":"US"}'`,
    `  curl "${address}/account/api/v1/sms?order_id=ORDER_ID&wait=30" -H "Authorization: Bearer ${demo.testKey}"`,
  ];
}
