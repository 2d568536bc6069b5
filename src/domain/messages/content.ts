import type { Sealer } from "../../kit/seal.ts";
import type { IncomingSms } from "./message.ts";

/** The same text from the same sender to the same number within this time, or sent within it, is one SMS. */
export const sameSmsSeconds = 60;

type Content = Pick<IncomingSms, "sourceKey" | "number" | "sender" | "text" | "sentAt">;

/**
 * Identifies an SMS whichever source sends it: number, sender and text. Two sources may write a number in the sender
 * with and without plus, and break lines differently. It is keyed, so that nobody can find the code by
 * trying a million texts.
 */
export function contentOf(sealer: Sealer, { number, sender, text }: Content): Buffer {
  const from = sender
    .trim()
    .toLowerCase()
    .replace(/^(\+|00)(?=\d)/, "");
  const words = text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
  return sealer.fingerprint(JSON.stringify([number, from, words]));
}

/**
 * The key of a message whose source gives no id: its content and the carrier's time. Without a carrier's time it is
 * the minute of arrival, because the same words may really be sent again later.
 */
export function keyWithoutId(content: Buffer, sentAt: Date | undefined, at: Date): string {
  const when = sentAt ? sentAt.toISOString() : Math.floor(at.getTime() / (sameSmsSeconds * 1000));
  return `content ${content.toString("base64url")} ${when}`;
}

/**
 * The key of a message with an id from its source. Keys that are generated from a message's content or parts can be
 * foreseen: an id that is written like one gets a prefix, or that message would count as a repeat of the source's.
 */
export const keyOfId = (id: string): string => (/^(content|parts|id) /.test(id) ? `id ${id}` : id);

/** The columns of the unique key of messages. */
export const nameOf = ({
  sms,
  key,
}: {
  sms: Pick<IncomingSms, "sourceId" | "number">;
  key: string;
}): string => `${sms.sourceId} ${sms.number} ${key}`;
