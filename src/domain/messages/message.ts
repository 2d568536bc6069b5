/** One inbound SMS, or one part of it, as a source hands it in. */
export interface IncomingSms {
  sourceId: number;
  /** The source's own id for it: a repeat with the same id changes nothing. */
  sourceKey: string;
  /** Digits with country code, no plus. */
  number: string;
  /** As the network gave it: a name, a short code, a number. */
  sender: string;
  text: string;
  part?: { reference: string; total: number; part: number };
}

/** What became of it. `unmatched` is kept for the operator. */
export type Receipt = "delivered" | "late" | "unmatched" | "duplicate" | "part";

export interface ShownMessage {
  id: number;
  orderId: number;
  text: string | null;
  code: string | null;
  sender: string;
  service: string | null;
  late: boolean;
  receivedAt: Date;
}

/** What an answer shows of the messages of an order. */
export interface OrderMessages {
  /** Oldest first. */
  messages: ShownMessage[];
  /** How many older ones there are that the answer has no room for. */
  omitted: number;
}

export const noMessages: OrderMessages = { messages: [], omitted: 0 };
