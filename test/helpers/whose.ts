import assert from "node:assert/strict";
import type { TestApp } from "./app.ts";
import { clientFor, rentBody, type Answer, type Client } from "./client.ts";
import { refusal, rent, sms } from "./orders.ts";
import type { Rented } from "#api-answers/orders.ts";
import type { addSource } from "./stock.ts";

/** Messages of a service, as its users know them. */
export const textsOf = {
  whatsapp: "Your WhatsApp code: 123-456. Don't share it.",
  "whatsapp-business": "Your WhatsApp Business code: 123-456",
  instagram: "123 456 is your Instagram code. Don't share it.",
  facebook: "123456 is your Facebook confirmation code",
  meta: "123456 is your code. - Meta",
  telegram: "Telegram code: 12345. Do not give it to anyone.",
  google: "G-123456 is your Google verification code.",
  "google-voice": "123456 is your Google Voice verification code",
  viber: "Your Viber code: 123456",
  discord: "Your Discord verification code is: 123456",
  microsoft: "Use 123456 as your Microsoft account security code",
  unknown: "551904 is your Fernhollow code",
  nameless: "Your code is 482910",
} as const;
export type TextName = keyof typeof textsOf;

/** A renter with a separate account. */
export interface Renter {
  client: Client;
  accountId: number;
  /** Rents, and fails if that is refused. */
  rent(service: string, over?: Record<string, unknown>): Promise<Rented>;
  /** Why a rent is refused. */
  refused(service: string, over?: Record<string, unknown>): Promise<ReturnType<typeof refusal>>;
  /** Every text that the order shows. */
  sees(order: Rented): Promise<string[]>;
  end(order: Rented, how: "finish" | "cancel"): Promise<void>;
}

export async function newRenter(app: TestApp): Promise<Renter> {
  const { liveKey, accountId } = await app.account(1_000_000_000);
  const client = clientFor(app, liveKey);
  return {
    client,
    accountId,
    rent: (service, over = {}) => rent(client, { service, ...over }),
    async refused(service, over = {}) {
      const answer: Answer = await client.post("/rent", rentBody({ service, ...over }));
      assert.notEqual(answer.status, 200, `${service} was rented: ${answer.text}`);
      return refusal(answer);
    },
    sees: async (order) => (await sms(client, order)).messages.map(({ text }) => text ?? ""),
    async end(order, how) {
      const answer = await client.post(`/${how}`, { order_id: order.order_id });
      assert.equal(answer.status, 200, answer.text);
    },
  };
}

let sent = 0;

/** Delivers a message to a number; returns why nobody got it, or null. */
export async function arrive(
  app: TestApp,
  source: Awaited<ReturnType<typeof addSource>>,
  number: string,
  text: TextName,
): Promise<string | null> {
  const id = `whose ${++sent}`;
  const answer = await source.send({ id, to: number, from: "32665", text: textsOf[text] });
  assert.equal(answer.status, 200);
  const [row] = await app.db.rows<{ reason: string | null }>(
    `select reason from messages where source_id = $1 and source_key = $2`,
    [source.id, id],
  );
  assert.ok(row, "it was stored");
  return row.reason;
}
