import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "../../src/kit/db.ts";
import { openClient, type Client } from "./client.ts";
import { seedHistory } from "./history.ts";

/** A made-up account. */
const twilio = { secrets: ["0".repeat(32)] };

const rent = (service: string, country = "US") => ({ action: "rent", service, country });

export const customerName = "ada";
export const goodPassword = "correct horse battery staple 9";

/**
 * A customer with orders in every state, and an operator's shop with two days of history and something to do. Both sign
 * in with `goodPassword`.
 */
export async function fillShop(url: string, operatorPassword: string, db: Db): Promise<void> {
  const customer = openClient(url);
  const operator = openClient(url);
  const accountId = await signUp(customer);
  const sourceId = await seedShop(operator, operatorPassword, accountId);
  await confirmAddress(customer, operator);
  await seedHistory(db, accountId);
  await operator.call("POST", "operator/jobs/count outcomes/run", {});
  await seedOrders(customer);
  await seedLiveOrders(customer, operator, sourceId);
}

async function signUp(customer: Client): Promise<number> {
  const { terms_version: terms } = await customer.call<{ terms_version: string }>("GET", "sign-up");
  const signed = await customer.call<{ account: { id: number } }>("POST", "sign-up", {
    email: `${customerName}@example.com`,
    username: customerName,
    password: goodPassword,
    accepted_terms: terms,
  });
  return signed.account.id;
}

/** As the operator of a server without SMTP does it: with the link in the outbox. */
async function confirmAddress(customer: Client, operator: Client): Promise<void> {
  const [letter] = await operator.call<{ text: string }[]>("GET", "operator/outbox");
  const token = /#token=(\S+)/.exec(letter?.text ?? "")?.[1];
  await customer.call("POST", "email/confirm", { token });
}

/** Returns the source that delivers messages. */
async function seedShop(context: Client, password: string, accountId: number): Promise<number> {
  await context.call("POST", "sign-in", { username: "operator", password });
  await context.call("POST", "password/change", { current: password, password: goodPassword });
  const credit = { mode: "live", amount: 25000, reason: "Top-up", reference: "Transfer 24-11-0093" };
  await context.call("POST", `operator/customers/${accountId}/credit`, credit);
  const pool = await context.call<{ id: number }>("POST", "operator/pools", {
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
  await context.call("PUT", `operator/pools/${pool.id}/prices`, { prices });
  const csvOf = (first: number, count: number): string =>
    `number\n${Array.from({ length: count }, (_, place) => first + place).join("\n")}\n`;
  const files: [number, string][] = [
    [pool.id, csvOf(12025550143, 18)],
    [1, csvOf(12025550200, 120)],
    [1, csvOf(447700900100, 40)],
  ];
  for (const [id, csv] of files)
    await context.call("POST", "operator/numbers/import", { pool: id, csv, dry_run: false });
  const source = await context.call<{ id: number }>("POST", "operator/sources", {
    kind: "generic",
    name: "Gateway A",
  });
  await context.call("POST", "operator/sources", { kind: "twilio", name: "Twilio main", settings: twilio });
  for (const text of ["Your WhatsApp code: 431-207", "Telegram code 55120"])
    await context.call("POST", `operator/sources/${source.id}/test`, {
      to: "12025550250",
      text,
      from: "WhatsApp",
    });
  return source.id;
}

/** One that just got its code, one whose message named another service, one that is waiting. */
async function seedLiveOrders(customer: Client, operator: Client, sourceId: number): Promise<void> {
  const place = async (service: string, country?: string): Promise<string> =>
    (await customer.call<{ number: string }>("POST", "/account/api/v1/rent", rent(service, country))).number;
  const arrive = (to: string, from: string, text: string): Promise<unknown> =>
    operator.call("POST", `operator/sources/${sourceId}/test`, { to, from, text });
  await arrive(await place("instagram"), "Discord", "Your Discord verification code is 118 204");
  await place("telegram", "GB");
  const number = await place("whatsapp");
  await sleep(4000);
  await arrive(number, "WhatsApp", "Your WhatsApp code: 431-207\nDon't share this code");
}

async function seedOrders(context: Client): Promise<void> {
  const api = "/account/api/v1";
  const place = async (service: string, country?: string): Promise<string> =>
    (await context.call<{ order_id: string }>("POST", `${api}/rent`, rent(service, country), "test"))
      .order_id;
  const finished = await place("google", "GB");
  await sleep(3000);
  await context.call("POST", `${api}/finish`, { order_id: finished }, "test");
  for (const service of ["discord", "tiktok"]) await place(service, "NG");
  await place("telegram", "GB");
  await place("whatsapp");
  await place("test-no-sms");
  await context.call("POST", "keys", { name: "Laptop", scopes: ["read", "rent"] }, "test");
  await sleep(4000);
}
