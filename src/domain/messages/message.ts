import type { RawText } from "../../kit/raw-text.ts";

/** One inbound SMS, or one part of it, as a source delivers it. */
export interface IncomingSms {
  sourceId: number;
  /** The source's own id for it: a repeat with the same id changes nothing. Null if the source gives none. */
  sourceKey: string | null;
  /** Digits with country code, no plus. */
  number: string;
  /** As the network gave it: a name, a short code, a number. */
  sender: string;
  text: string;
  /** When the carrier accepted it, by the carrier's own clock. */
  sentAt?: Date;
  /** The time names its zone, so only the clock itself may be wrong. */
  timeHasZone?: boolean;
  /** It came over a chat (WhatsApp, RCS) and not as an SMS: it is kept, but belongs to no renter. */
  isChat?: boolean;
  /** Created here, not by a carrier: the same text twice is intended. */
  isOurs?: boolean;
  part?: SmsPart;
  /** The source's name for the device, port or SIM that heard it, if it has several. */
  line?: string;
}

/** Which part of which long message it is. */
export interface SmsPart {
  /** The network's reference for the long message; reused for others. */
  reference: string;
  total: number;
  /** From 1. */
  part: number;
  /** Its text before decoding, because a character may be cut in two at its end. */
  raw: RawText;
}

/** Its outcome. `unmatched` is kept for the operator, `part` waits for the rest of its message. */
export type Receipt = "delivered" | "late" | "unmatched" | "duplicate" | "part";

export interface ShownMessage {
  id: number;
  orderId: number;
  text: string | null;
  code: string | null;
  sender: string;
  service: string | null;
  late: boolean;
  /** Whether parts of it are missing that may still arrive. */
  incomplete: boolean;
  receivedAt: Date;
}

/** What an answer shows of the messages of an order. */
export interface OrderMessages {
  /** Oldest first. */
  messages: ShownMessage[];
  /** How many older ones the answer has no room for. */
  omitted: number;
}

export const noMessages: OrderMessages = { messages: [], omitted: 0 };
