import type { StatementLine } from "../wallet/queries.ts";
import type { Order } from "./order.ts";

/** One thing that happened to an order. */
export interface Happening {
  at: Date;
  what:
    | "rented"
    | "held"
    | "message"
    | "charged"
    | "refunded"
    | "late_charge"
    | "resend_asked"
    | "cancelled"
    | "reported"
    | "expired"
    | "finished"
    | "failed";
  amountMinor: number | null;
  note: string | null;
}

const ofPosting: Record<string, Happening["what"]> = {
  hold: "held",
  capture: "charged",
  release: "refunded",
  refund: "refunded",
  late: "late_charge",
};
const ofStatus: Record<string, Happening["what"]> = {
  CANCELLED: "cancelled",
  EXPIRED: "expired",
  FINISHED: "finished",
  FAILED: "failed",
};
/** Simultaneous steps are shown in this order: a message before the charge that it causes. */
const rank: Happening["what"][] = ["rented", "held", "message", "cancelled", "reported", "expired", "failed"];

/** An order's history as stored: from its row, its postings and its messages. Oldest first. */
export function timelineOf(
  order: Order,
  postings: StatementLine[],
  messages: { sender: string; receivedAt: Date }[],
): Happening[] {
  const plain = { amountMinor: null, note: null };
  const happenings: Happening[] = [
    { at: order.createdAt, what: "rented", amountMinor: order.priceMinor, note: order.number },
    ...postings.flatMap(({ kind, amountMinor, createdAt: at, reason: note }): Happening[] => {
      const what = ofPosting[kind];
      return what ? [{ at, what, amountMinor, note }] : [];
    }),
    ...messages.map(({ sender, receivedAt: at }) => ({
      ...plain,
      at,
      what: "message" as const,
      note: sender,
    })),
  ];
  if (order.resendAt) happenings.push({ ...plain, at: order.resendAt, what: "resend_asked" });
  const end = order.reportReason ? "reported" : ofStatus[order.status];
  if (order.closedAt && end)
    happenings.push({ ...plain, at: order.closedAt, what: end, note: order.reportReason });
  const place = ({ what }: Happening): number => (rank.includes(what) ? rank.indexOf(what) : rank.length);
  return happenings.toSorted((a, b) => Number(a.at) - Number(b.at) || place(a) - place(b));
}
