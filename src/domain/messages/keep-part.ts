import { secondsAfter } from "../../kit/clock.ts";
import type { Tx } from "../../kit/db.ts";
import { formsOf } from "../../kit/one-number.ts";
import type { Deps } from "../deps.ts";
import { lateHours } from "../orders/order.ts";
import { findOrdersOn } from "../orders/on-number/queries.ts";
import { contentOf } from "./content.ts";
import { leaseSeconds, type HandOverDeps } from "./hand-over.ts";
import type { IncomingSms, SmsPart } from "./message.ts";
import { sealRaw } from "./parts/joined.ts";
import { placePart, rememberHours, type Placement } from "./parts/place.ts";
import type { PartsOf } from "./parts/queries.ts";
import {
  closeLongMessages,
  insertLongMessage,
  insertPart,
  lockLongMessages,
  lockReference,
} from "./parts/sql.ts";

type KeepDeps = Pick<HandOverDeps, "sealer" | "partsSeconds"> & Pick<Deps, "clock">;

type Kept = "duplicate" | { id: number; isClosed: boolean };

/**
 * Keeps one part of a long message until the others arrive, in whatever order: a repeat of one that was handed over
 * is a duplicate; otherwise returns the message that it is part of, and whether it accepts no more.
 */
export async function keepPart(deps: KeepDeps, tx: Tx, sms: IncomingSms, part: SmsPart): Promise<Kept> {
  const at = deps.clock.now();
  const of: PartsOf = { ...sms, reference: part.reference };
  await lockReference(tx, of);
  const known = await lockLongMessages(tx, of, secondsAfter(at, -rememberHours * 3600));
  const orders = await findOrdersOn(tx, formsOf(sms.number), secondsAfter(at, -lateHours * 3600));
  const orderIds = orders.map(({ orderId }) => orderId);
  const open = orders.filter(({ closedAt }) => closedAt === null);
  const isShared = new Set(open.map(({ walletId }) => walletId)).size > 1;
  const sourceKey = sms.sourceKey;
  const content = contentOf(deps.sealer, sms);
  const placement = placePart(
    { ...part, sourceKey, content, at, orderIds, isShared },
    known,
    deps.partsSeconds,
  );
  // If a hand-over was interrupted, a repeat completes it.
  if (placement.kind === "repeat") return placement.unfinished ?? "duplicate";
  const id =
    placement.kind === "joins" ? placement.id : await begin(deps, tx, { sms, ...part, orderIds }, placement);
  const { charset } = part.raw;
  const rawSealed = sealRaw(deps.sealer, id, part.part, part.raw);
  await insertPart(tx, { longMessageId: id, part: part.part, sourceKey, content, charset, rawSealed }, at);
  const before = known.find((message) => message.id === id)?.parts.length ?? 0;
  const isComplete = before + 1 === part.total;
  if (isComplete) await closeLongMessages(tx, [id], at, secondsAfter(at, leaseSeconds));
  return { id, isClosed: isComplete || (placement.kind === "begins" && placement.isAlone) };
}

/** The first part of a long message, and the orders on its number at that time. */
interface Beginning extends Pick<SmsPart, "reference" | "total"> {
  sms: IncomingSms;
  orderIds: number[];
}

async function begin(
  { clock, partsSeconds }: KeepDeps,
  tx: Tx,
  { sms, reference, total, orderIds }: Beginning,
  { isAlone, isStray, ends }: Extract<Placement, { kind: "begins" }>,
): Promise<number> {
  const at = clock.now();
  if (ends.length > 0) await closeLongMessages(tx, ends, at, at);
  return insertLongMessage(tx, {
    ...sms,
    reference,
    total,
    orderIds,
    beganAt: at,
    sentAt: sms.sentAt ?? null,
    timeHasZone: sms.timeHasZone ?? false,
    isStray,
    closedAt: isAlone ? at : null,
    dueAt: secondsAfter(at, isAlone ? leaseSeconds : partsSeconds),
  });
}
