/** What the driver requested and was told, and what it must find in the world afterwards. */
export interface Account {
  name: string;
  key: string;
  walletId: number;
  mode: "live" | "test";
}

/** A rent as requested; `orders` are the ids in its answers. */
export interface AskedRent {
  account: Account;
  body: { [name: string]: unknown };
  key: string;
  outcome: "answered" | "refused" | "lost" | "waiting";
  orders: string[];
}

export interface TrackedOrder {
  orderId: string;
  account: Account;
  number: string;
  service: string;
  /** Confirmed by an answer: the state that the order must have from then on. */
  ended?: "CANCELLED" | "FINISHED";
  /** A poll showed a message. */
  received: boolean;
}

export interface SentMessage {
  id: string;
  order: TrackedOrder;
  /** Letters that no other message contains; in parts each also has its number, `[abc/1]`. */
  tag: string;
  /** What is delivered: one body, or one per part. */
  bodies: { [name: string]: string | number }[];
  /** The acknowledged ones among them. */
  acknowledgedBodies: Set<object>;
  acknowledged: boolean;
}

export interface Record {
  asked: Map<string, AskedRent>;
  orders: Map<string, TrackedOrder>;
  /** By id, and by tag. */
  messages: Map<string, SentMessage>;
  tags: Map<string, SentMessage>;
  /** Violations of the rules, as they were observed. */
  violations: string[];
  /** Answers by `route status`, and requests that were sent and never answered. */
  answers: Map<string, number>;
  lost: number;
  /** When an answer was last lost, or reported a fault of the server. */
  failedAt: number;
  slowestSeconds: number;
  /** Pending requests: what they are for, and since when. */
  waiting: Map<object, { what: string; since: number }>;
}

export function newRecord(): Record {
  return {
    asked: new Map(),
    orders: new Map(),
    messages: new Map(),
    tags: new Map(),
    violations: [],
    answers: new Map(),
    lost: 0,
    failedAt: -Infinity,
    slowestSeconds: 0,
    waiting: new Map(),
  };
}

/** Compares shown messages with what was sent: each belongs to this order of this account and no other. */
export function noteShown(
  record: Record,
  account: Account,
  orderId: string,
  messages: { text: string | null }[],
): void {
  for (const { text } of messages) {
    const sent = tagsIn(text).map(({ tag }) => record.tags.get(tag));
    if ((sent.length === 0 || sent.includes(undefined)) && account.mode === "live")
      record.violations.push(`order ${orderId} shows a message that was never sent: ${text}`);
    for (const one of sent)
      if (one && (one.order.account !== account || one.order.orderId !== orderId))
        record.violations.push(
          `a message for order ${one.order.orderId} of ${one.order.account.name} was shown to ${account.name} for order ${orderId}`,
        );
  }
  const order = record.orders.get(orderId);
  if (order && messages.length > 0) order.received = true;
}

/** The tags in a text; for parts with their numbers. */
export const tagsIn = (text: string | null): { tag: string; part: number | null }[] =>
  [...(text ?? "").matchAll(/\[([a-z]+)(?:\/(\d))?\]/g)].map(([, tag = "", part]) => ({
    tag,
    part: part === undefined ? null : Number(part),
  }));
