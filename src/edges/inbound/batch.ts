import { Refusal } from "../../kit/errors.ts";
import type { InboundSms, Parsed } from "./source-kind.ts";

/** Reads one message of a call; null if it is none for us (a delivery report, a chat). */
export type ItemReader = (item: unknown, root: unknown) => InboundSms | null;

/** Reads the only message of a call. */
export function readOne(item: unknown, readItem: ItemReader, root = item): Parsed {
  try {
    const sms = readItem(item, root);
    return { messages: sms ? [sms] : [], faults: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { messages: [], faults: [error] };
  }
}

/** Reads every message of a list; what is wrong with one does not keep the others out. */
export function readEach(list: unknown[], readItem: ItemReader, root: unknown): Parsed {
  const each = list.map((item) => readOne(item, readItem, root));
  return {
    messages: each.flatMap(({ messages }) => messages),
    faults: each.flatMap(({ faults }, index) => faults.map((fault) => at(index, fault))),
  };
}

const at = (index: number, { code, message, details }: Refusal): Refusal =>
  new Refusal(code, `Message ${index + 1}: ${message}`, details);
