/** How long a repeated part is recognized: longer than any carrier repeats a call. */
export const rememberHours = 48;
/** A sender that reuses a reference this soon may use it for two renters' messages at once. */
const reuseSeconds = 3600;
/** The same part again within this time, with a new id, is a repeat; later it may be a new message with the same words. */
const repeatSeconds = 60;

/** The fields of a new part that decide where it belongs. */
export interface NewPart {
  part: number;
  total: number;
  sourceKey: string | null;
  content: Buffer;
  at: Date;
  /** The orders that the number has now. */
  orderIds: number[];
  /** Whether several accounts have open orders there. */
  isShared: boolean;
}

/** A long message of the same source, number, sender and reference, newest first in lists. */
export interface LongMessage {
  id: number;
  total: number;
  orderIds: number[];
  beganAt: Date;
  /** When it stops accepting parts and is to be handed over. */
  closedAt: Date | null;
  isHandedOver: boolean;
  parts: { part: number; sourceKey: string | null; content: Buffer | null; receivedAt: Date }[];
}

/** What a part is: a repeat, a further part of a message that is being collected, or the first of a new one. */
export type Placement =
  /** `unfinished`: the message it first arrived for, if that is still to be handed over. */
  | { kind: "repeat"; unfinished: { id: number; isClosed: boolean } | null }
  | { kind: "joins"; id: number }
  | {
      kind: "begins";
      /** Nothing may join it: the rest cannot be told apart from that of another message. */
      isAlone: boolean;
      /** The rest of its message came before somebody else rented the number. */
      isStray: boolean;
      /** Messages that accept no more parts, because this part shows that their reference is used twice. */
      ends: number[];
    };

/**
 * Finds where a part belongs. References are reused, by some senders even concurrently, so a reference alone is not
 * enough: the parts must come within `waitSeconds`, nobody may have rented the number in between, no other message
 * may be collecting parts with the same reference, and while several renters share the number the reference must be a
 * fresh one. A part that does not fit stays alone.
 */
export function placePart(part: NewPart, known: LongMessage[], waitSeconds: number): Placement {
  const same = known.filter(({ total }) => total === part.total);
  const recent = same.filter(({ beganAt }) => secondsBetween(beganAt, part.at) <= waitSeconds);
  const isOpen = (message: LongMessage): boolean =>
    message.closedAt === null && !isRentedSince(message, part);
  const lacking = recent.filter((message) => !partOf(message, part));
  const repeated = same.find((message) => isRepeat(message, part));
  if (repeated) return toRepeat(repeated);
  const ends = recent.filter((message) => isOpen(message) && saysOther(message, part)).map(({ id }) => id);
  const isDoubtful = part.isShared && same.some((message) => isReused(message, part));
  const joined = lacking.find(isOpen);
  if (joined && ends.length === 0 && !isDoubtful) return { kind: "joins", id: joined.id };
  const again = same.find((message) => isAgain(message, part));
  if (again) return toRepeat(again);
  const isStray = lacking.some((message) => isRentedSince(message, part));
  return { kind: "begins", isAlone: isDoubtful || lacking.length + ends.length > 0, isStray, ends };
}

const toRepeat = ({ id, closedAt, isHandedOver }: LongMessage): Placement => ({
  kind: "repeat",
  unfinished: isHandedOver ? null : { id, isClosed: closedAt !== null },
});

/** By the source's own id; or by its words, if somebody else has rented the number since they came. */
function isRepeat(message: LongMessage, part: NewPart): boolean {
  const before = partOf(message, part);
  if (before && part.sourceKey !== null && before.sourceKey === part.sourceKey) return true;
  return saysSame(message, part) && isRentedSince(message, part);
}

/**
 * The same words for the same renter: a repeat with a new id, unless another message with the reference lacks them.
 */
const isAgain = (message: LongMessage, part: NewPart): boolean =>
  saysSame(message, part) &&
  (message.closedAt === null ||
    secondsBetween(partOf(message, part)?.receivedAt ?? part.at, part.at) <= repeatSeconds);

const isReused = ({ closedAt, beganAt }: LongMessage, { at }: NewPart): boolean =>
  closedAt !== null && secondsBetween(beganAt, at) <= reuseSeconds;

const saysSame = (message: LongMessage, part: NewPart): boolean =>
  partOf(message, part)?.content?.equals(part.content) ?? false;
const saysOther = (message: LongMessage, part: NewPart): boolean =>
  partOf(message, part) !== undefined && !saysSame(message, part);
const partOf = ({ parts }: LongMessage, { part }: NewPart) => parts.find((each) => each.part === part);

/** Whether the number now has an order that it did not have when the message began. */
const isRentedSince = ({ orderIds }: LongMessage, now: NewPart): boolean =>
  now.orderIds.some((id) => !orderIds.includes(id));

const secondsBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 1000;
