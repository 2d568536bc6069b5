import type { Deps } from "../deps.ts";
import { sealScheduled } from "./sealed-text.ts";
import { insertScheduled } from "./sql.ts";

export interface Scheduled {
  dueAt: Date;
  sender: string;
  text: string;
}

/** Schedules the messages that a sandbox order will receive (`deliverDue`). */
export async function schedule(
  { db, sealer }: Pick<Deps, "db" | "sealer">,
  orderId: number,
  messages: Scheduled[],
): Promise<void> {
  const sealed = messages.map(({ dueAt, sender, text }) => ({
    orderId,
    dueAt,
    sender,
    textSealed: sealScheduled(sealer, orderId, text),
  }));
  if (sealed.length > 0) await insertScheduled(db, sealed);
}
