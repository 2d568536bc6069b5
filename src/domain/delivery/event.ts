export type EventType =
  | "order.received"
  /** A message that was shown with parts missing now has more of them. */
  | "order.updated"
  | "order.expired"
  | "order.cancelled"
  | "order.finished"
  | "wallet.low";

/** A notification to an account; numbered within its wallet without gaps, in the order of the commits. */
export interface NewEvent {
  walletId: number;
  type: EventType;
  orderId?: number;
  messageId?: number;
  data?: Record<string, unknown>;
}

export interface StoredEvent {
  seq: number;
  type: EventType;
  orderId: number | null;
  messageId: number | null;
  data: Record<string, unknown> | null;
  createdAt: Date;
}

/** The NOTIFY channel that says which wallets and orders have news. A hint: the rows are the truth. */
export const channel = "zapotp_news";
