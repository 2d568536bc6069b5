import { setTimeout as sleep } from "node:timers/promises";
import type { BrowserContext } from "playwright-core";
import { openBrowser } from "../helpers/chromium.ts";
import type { Db } from "../../src/kit/db.ts";
import { call, goodPassword, signUpHere } from "./people.ts";
import { seedHistory } from "./screenshot-history.ts";

/** A made-up account. */
const twilio = { secrets: ["0".repeat(32)] };

const rent = (service: string, country = "US") => ({ action: "rent", service, country });

/** A customer with orders in every state, and an operator's shop with two days behind it and something to do. */
export async function seedForScreenshots(
  url: string,
  operatorPassword: string,
  db: Db,
): Promise<{ username: string }> {
  const customer = await openBrowser(url);
  const operator = await openBrowser(url);
  try {
    const { username, accountId } = await signUpHere(customer.context, "ada");
    const sourceId = await seedShop(operator.context, operatorPassword, accountId);
    await confirmAddress(customer.context, operator.context);
    await seedHistory(db, accountId);
    await call(operator.context, "POST", "operator/jobs/count outcomes/run", {});
    await seedOrders(customer.context);
    await seedLiveOrders(customer.context, operator.context, sourceId);
    return { username };
  } finally {
    await customer.close();
    await operator.close();
  }
}

/** As the operator of a server without mail does it: by the link in the outbox. */
async function confirmAddress(customer: BrowserContext, operator: BrowserContext): Promise<void> {
  const [letter] = await call<{ text: string }[]>(operator, "GET", "operator/outbox");
  const token = /#token=(\S+)/.exec(letter?.text ?? "")?.[1];
  await call(customer, "POST", "email/confirm", { token });
}

/** Answers the source by which messages come in. */
async function seedShop(context: BrowserContext, password: string, accountId: number): Promise<number> {
  await call(context, "POST", "sign-in", { username: "operator", password });
  await call(context, "POST", "password/change", { current: password, password: goodPassword });
  const credit = { mode: "live", amount: 25000, reason: "Top-up", reference: "Transfer 24-11-0093" };
  await call(context, "POST", `operator/customers/${accountId}/credit`, credit);
  const pool = await call<{ id: number }>(context, "POST", "operator/pools", {
    name: "Premium",
    provider: "global",
    price: 620,
    cost: 340,
  });
  const prices = [
    { country: "US", service: "whatsapp", price: 580, cost: 310 },
    { country: "GB", service: null, price: 650, cost: null },
    { country: null, service: "google", price: 300, cost: 320 },
  ];
  await call(context, "PUT", `operator/pools/${pool.id}/prices`, { prices });
  const csvOf = (first: number, count: number): string =>
    `number\n${Array.from({ length: count }, (_, place) => first + place).join("\n")}\n`;
  const files: [number, string][] = [
    [pool.id, csvOf(12025550143, 18)],
    [1, csvOf(12025550200, 120)],
    [1, csvOf(447700900100, 40)],
  ];
  for (const [id, csv] of files)
    await call(context, "POST", "operator/numbers/import", { pool: id, csv, dry_run: false });
  const source = await call<{ id: number }>(context, "POST", "operator/sources", {
    kind: "generic",
    name: "Gateway A",
  });
  await call(context, "POST", "operator/sources", { kind: "twilio", name: "Twilio main", settings: twilio });
  for (const text of ["Your WhatsApp code: 431-207", "Telegram code 55120"])
    await call(context, "POST", `operator/sources/${source.id}/test`, {
      to: "12025550250",
      text,
      from: "WhatsApp",
    });
  return source.id;
}

/** One that got its code just now, one whose message named another service, one that waits. */
async function seedLiveOrders(
  customer: BrowserContext,
  operator: BrowserContext,
  sourceId: number,
): Promise<void> {
  const place = async (service: string, country?: string): Promise<string> =>
    (await call<{ number: string }>(customer, "POST", "/account/api/v1/rent", rent(service, country))).number;
  const arrive = (to: string, from: string, text: string): Promise<unknown> =>
    call(operator, "POST", `operator/sources/${sourceId}/test`, { to, from, text });
  await arrive(await place("instagram"), "Discord", "Your Discord verification code is 118 204");
  await place("telegram", "GB");
  const number = await place("whatsapp");
  await sleep(4000);
  await arrive(number, "WhatsApp", "Your WhatsApp code: 431-207\nDon't share this code");
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
