import type { Tx } from "../../kit/db.ts";
import type { Sealer } from "../../kit/seal.ts";
import { recordAction } from "../audit/record-action.ts";
import { openCode, openText, type MessageName } from "./sealed-message.ts";

/** The viewer of messages: who they are, and the means to open them. */
export interface Looker {
  sealer: Sealer;
  actor: string;
}

interface Sealed extends MessageName {
  id: number;
  textSealed: Buffer | null;
  codeSealed: Buffer | null;
}

export type Revealed<Row extends Sealed> = Omit<
  Row,
  "sourceId" | "sourceKey" | "textSealed" | "codeSealed"
> & {
  /** Undefined unless revealed; null if it was erased. */
  text?: string | null;
  code?: string | null;
};

/**
 * Messages for the operator: without their texts, unless there is a viewer. Viewing is recorded in the transaction
 * that reads, so that nobody can read without a record.
 */
export async function reveal<Row extends Sealed>(
  tx: Tx,
  rows: Row[],
  { subject, looker }: { subject: string; looker: Looker | null },
  at: Date,
): Promise<Revealed<Row>[]> {
  if (looker) {
    const detail = { messageIds: rows.map(({ id }) => id) };
    await recordAction(tx, { at, actor: looker.actor, action: "message.reveal", subject, detail });
  }
  return rows.map((sealed) => {
    const { sourceId: _id, sourceKey: _key, textSealed: _text, codeSealed: _code, ...row } = sealed;
    if (!looker) return row;
    return { ...row, text: openText(looker.sealer, sealed), code: openCode(looker.sealer, sealed) };
  });
}
