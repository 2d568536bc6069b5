import assert from "node:assert/strict";
import type { ListedOrder, Rented } from "#api-answers/orders.ts";
import type { Sms } from "#api-answers/sms.ts";
import { rentBody, type Client } from "./client.ts";

/** Rents, and fails if that is refused. */
export async function rent(client: Client, over: Record<string, unknown> = {}): Promise<Rented> {
  const answer = await client.post("/rent", rentBody(over));
  assert.equal(answer.status, 200, answer.text);
  return answer.body.data;
}

/** Sends a message to a sandbox order's number by hand. */
export async function send(client: Client, { number }: { number: string }, text: string): Promise<void> {
  const answer = await client.post("/sandbox/sms", { to: number, text, from: "WhatsApp" });
  assert.equal(answer.status, 200, answer.text);
}

export async function sms(client: Client, { order_id }: { order_id: string }, wait?: number): Promise<Sms> {
  const answer = await client.get("/sms", {
    order_id,
    ...(wait === undefined ? {} : { wait: String(wait) }),
  });
  assert.equal(answer.status, 200, answer.text);
  return answer.body.data;
}

export async function listOrders(client: Client, query: Record<string, string> = {}): Promise<ListedOrder[]> {
  const answer = await client.get("/orders", query);
  assert.equal(answer.status, 200, answer.text);
  return answer.body.data;
}

export const balanceOf = async (client: Client): Promise<{ balance: number; held: number }> =>
  (await client.get("/user")).body.data;

/** A refusal as a program sees it: status, code, and the field it names. */
export function refusal(answer: {
  status: number;
  body: { code?: string; field?: unknown };
}): [number, string | undefined, unknown?] {
  const { code, field } = answer.body;
  return field === undefined ? [answer.status, code] : [answer.status, code, field];
}
