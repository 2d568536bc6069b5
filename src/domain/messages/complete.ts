import type { Tx } from "../../kit/db.ts";
import type { Deps } from "../deps.ts";
import type { Completion } from "../orders/fulfil.ts";
import { sealOrderCode } from "../orders/sealed-code.ts";
import { nameOf } from "./content.ts";
import type { Sorted } from "./sort.ts";
import { openCode, sealCode, sealText } from "./sealed-message.ts";
import { completeMessages } from "./sql.ts";

/** A message that now has more of its parts, as its renter is notified of it. */
export interface Completed {
  entry: Sorted;
  completion: Completion;
}

/**
 * Updates messages that were shown with parts missing, if the whole is for the same order as the part was; otherwise
 * the whole is stored separately (`begun.ts`). Returns those that their renter sees.
 */
export async function complete(
  { sealer }: Pick<Deps, "sealer">,
  tx: Tx,
  entries: Sorted[],
): Promise<Completed[]> {
  const rows = entries.flatMap(({ sms, key, content, service, code, found }) => {
    if (!("order" in found)) return [];
    const name = { sourceId: sms.sourceId, number: sms.number, sourceKey: key };
    return [
      {
        ...name,
        orderId: found.order.orderId,
        service,
        textSealed: sealText(sealer, name, sms.text),
        codeSealed: code && sealCode(sealer, name, code.code),
        content,
        partCount: sms.joined?.count ?? 0,
      },
    ];
  });
  if (rows.length === 0) return [];
  const byName = new Map(entries.map((entry) => [nameOf(entry), entry]));
  return (await completeMessages(tx, rows)).flatMap(({ id: messageId, name, state, codeBefore }) => {
    const entry = byName.get(name) as Sorted;
    const { sms, key, code, found } = entry;
    if (!("order" in found) || state === "withheld") return [];
    const before = openCode(sealer, { ...sms, sourceKey: key, codeSealed: codeBefore });
    const codeSealed = code && sealOrderCode(sealer, found.order.orderId, code.code);
    const isOtherCode = before !== (code?.code ?? null);
    return [{ entry, completion: { order: found.order, messageId, codeSealed, isOtherCode } }];
  });
}
