import { randomUUID } from "node:crypto";
import { invalid } from "../../kit/errors.ts";
import { recordAction } from "../audit/record-action.ts";
import { requireSource } from "../sources/require-source.ts";
import type { Receipt } from "./message.ts";
import { receive, type ReceiveDeps } from "./receive.ts";

/**
 * Receives a message as if the source had sent it: its consequences are real, including the charge of an open order
 * on the number. It is recorded beforehand, so that it can be distinguished from what the source sent.
 */
export async function sendTest(
  deps: ReceiveDeps,
  input: { sourceId: number; number: string; sender: string; text: string; actor: string },
): Promise<Receipt> {
  const { sourceId, sender, text, actor } = input;
  const number = input.number.replace(/[\s().+-]/g, "");
  if (!/^\d{5,15}$/.test(number)) throw invalid("to", "to is a phone number with its country code.");
  const sourceKey = `test ${randomUUID()}`;
  await deps.db.transaction(async (tx) => {
    await requireSource(tx, sourceId);
    const detail = { number, sourceKey };
    const subject = `source ${sourceId}`;
    await recordAction(tx, { at: deps.clock.now(), actor, action: "source.test", subject, detail });
  });
  return receive(deps, { sourceId, sourceKey, number, sender, text, isOurs: true });
}
