import { Refusal } from "../../kit/errors.ts";
import type { InboundSms, Parsed } from "./source-kind.ts";

/** Reads one message of a call; null if it is none for us (a delivery report, a chat). */
export type ItemReader = (item: unknown, root: unknown) => InboundSms | null;

/**
 * Reads every message of a list; what is wrong with one does not keep the others out. `listName` is set if there may
 * be several, so that an error can say which one it is about.
 */
export function collect(list: unknown[], readItem: ItemReader, root: unknown, listName?: string): Parsed {
  const parsed: Parsed = { messages: [], faults: [] };
  list.forEach((item, index) => {
    try {
      const sms = readItem(item, root);
      if (sms) parsed.messages.push(sms);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      parsed.faults.push(listName === undefined ? error : at(index, error));
    }
  });
  return parsed;
}

const at = (index: number, { code, message, details }: Refusal): Refusal =>
  new Refusal(code, `Message ${index + 1}: ${message}`, details);
