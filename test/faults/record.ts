/** What the driver asked for and was told, and what it must find in the world afterwards. */
export interface Account {
  name: string;
  key: string;
  walletId: number;
  mode: "live" | "test";
}

/** A rent as it was asked for; `orders` are the ids answered to it. */
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
  /** Answered as done: what the order must be for good. */
  ended?: "CANCELLED" | "FINISHED";
  /** A poll showed a message. */
  received: boolean;
}

export interface SentMessage {
  id: string;
  order: TrackedOrder;
  /** Letters that no other message has; in parts each has its number besides, `[abc/1]`. */
  tag: string;
  /** What is handed in: one body, or one for each part. */
  bodies: { [name: string]: string | number }[];
  /** Those of them that were acknowledged. */
  acknowledgedBodies: Set<object>;
  acknowledged: boolean;
}

export interface Record {
  asked: Map<string, AskedRent>;
  orders: Map<string, TrackedOrder>;
  /** By id, and by tag. */
  messages: Map<string, SentMessage>;
  tags: Map<string, SentMessage>;
  /** What went against the rules, as it was seen. */
  violations: string[];
  /** Answers by `route status`, and requests that were sent and never answered. */
  answers: Map<string, number>;
  lost: number;
  /** When an answer last was lost, or said that the server is at fault. */
  failedAt: number;
  slowestSeconds: number;
  /** Requests under way: what they ask, and since when. */
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

/** Holds shown messages against what was sent: each belongs to this order of this account and no other. */
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

/** The tags in a text; of parts with their numbers. */
export const tagsIn = (text: string | null): { tag: string; part: number | null }[] =>
  [...(text ?? "").matchAll(/\[([a-z]+)(?:\/(\d))?\]/g)].map(([, tag = "", part]) => ({
    tag,
    part: part === undefined ? null : Number(part),
  }));
