import { setTimeout as sleep } from "node:timers/promises";
import type { BrowserContext } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { call, signUpHere } from "./people.ts";

const rent = (service: string, country = "US") => ({ action: "rent", service, country });

/** A customer with orders in every state, and an operator's shop with something to do. */
export async function seedForScreenshots(
  url: string,
  operatorPassword: string,
): Promise<{ username: string }> {
  const customer = await openBrowser(url);
  const operator = await openBrowser(url);
  try {
    const { username, accountId } = await signUpHere(customer.context, "ada");
    await seedShop(operator.context, operatorPassword, accountId);
    await seedOrders(customer.context);
    return { username };
  } finally {
    await customer.close();
    await operator.close();
  }
}

async function seedShop(context: BrowserContext, password: string, accountId: number): Promise<void> {
  await call(context, "POST", "sign-in", { username: "operator", password });
  const credit = { mode: "live", amount: 25000, reason: "Bank transfer of 24 November" };
  await call(context, "POST", `operator/customers/${accountId}/credit`, credit);
  const pool = await call<{ id: number }>(context, "POST", "operator/pools", {
    name: "Premium",
    provider: "global",
    price: 620,
  });
  const csv = `number,country\n${["12025550143", "12025550144", "447700900123"].map((number) => `${number},`).join("\n")}\n`;
  await call(context, "POST", "operator/numbers/import", { pool: pool.id, csv, dry_run: false });
  const source = await call<{ id: number }>(context, "POST", "operator/sources", {
    kind: "generic",
    name: "Gateway A",
  });
  for (const text of ["Your WhatsApp code: 431-207", "Telegram code 55120"])
    await call(context, "POST", `operator/sources/${source.id}/test`, {
      to: "12025550143",
      text,
      from: "WhatsApp",
    });
}

async function seedOrders(context: BrowserContext): Promise<void> {
  const api = "/account/api/v1";
  const place = async (service: string, country?: string): Promise<string> =>
    (await call<{ order_id: string }>(context, "POST", `${api}/rent`, rent(service, country), "test"))
      .order_id;
  const finished = await place("google", "GB");
  await sleep(3000);
  await call(context, "POST", `${api}/finish`, { order_id: finished }, "test");
  for (const service of ["discord", "tiktok"]) await place(service, "NG");
  await place("telegram", "GB");
  await place("whatsapp");
  await place("test-no-sms");
  await call(context, "POST", "keys", { name: "Laptop", scopes: ["read", "rent"] }, "test");
  await sleep(4000);
}
