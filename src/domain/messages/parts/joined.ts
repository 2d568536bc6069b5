import { secondsAfter } from "../../../kit/clock.ts";
import { readRaw, type Charset, type RawText } from "../../../kit/raw-text.ts";
import type { Place, Sealer } from "../../../kit/seal.ts";
import type { Run } from "./code-in-parts.ts";
import type { Gathered } from "./queries.ts";
import type { StoredPart } from "./sql.ts";

/** The parts that have arrived of a message. */
export interface Joined {
  total: number;
  count: number;
  runs: Run[];
  /** The orders that the number had when the first part came. */
  orderIds: ReadonlySet<number>;
  /** When it began, at the earliest: if the first part is missing, it may have come unseen. */
  beganSince: Date;
  isStray: boolean;
  /** More parts are expected: it is shown only if both its code and its order are certain. */
  isEarly: boolean;
}

/** Something is missing between two runs. */
const gap = " … ";

export const textOf = ({ runs }: Joined): string => runs.map(({ text }) => text).join(gap);

/** `partsSeconds`: how far apart parts of one message may arrive. */
export function join(
  sealer: Sealer,
  gathered: Gathered,
  { isEarly, partsSeconds }: { isEarly: boolean; partsSeconds: number },
): Joined {
  const { id, total, orderIds, beganAt, isStray } = gathered;
  const parts = gathered.parts.flatMap(({ part, charset, rawSealed }) =>
    rawSealed ? [{ part, raw: openRaw(sealer, { longMessageId: id, part, charset, rawSealed }) }] : [],
  );
  const runs = neighbours(parts).map((run): Run => {
    const isCutBefore = run[0]?.part !== 1;
    const isCutAfter = run.at(-1)?.part !== total;
    const text = readRaw(
      run.map(({ raw }) => raw),
      { isCut: isCutBefore || isCutAfter },
    );
    return { text, isCutBefore, isCutAfter };
  });
  const count = parts.length;
  return {
    total,
    count,
    runs,
    orderIds: new Set(orderIds),
    beganSince: runs[0]?.isCutBefore ? secondsAfter(beganAt, -partsSeconds) : beganAt,
    isStray,
    isEarly: isEarly && count < total,
  };
}

const placeOf = (longMessageId: number, part: number): Place => [
  "message_parts.raw_sealed",
  longMessageId,
  part,
];

export const sealRaw = (sealer: Sealer, longMessageId: number, part: number, { bytes }: RawText): Buffer =>
  sealer.seal(bytes.toString("base64"), placeOf(longMessageId, part));

export function openRaw(
  sealer: Sealer,
  {
    longMessageId,
    part,
    charset,
    rawSealed,
  }: Pick<StoredPart, "longMessageId" | "part" | "charset" | "rawSealed">,
): RawText {
  const opened = sealer.open(rawSealed, placeOf(longMessageId, part));
  // From before migration 0010, when the text itself was stored.
  if (charset === "text") return { bytes: Buffer.from(opened, "utf16le"), charset: "utf-16le" };
  return { bytes: Buffer.from(opened, "base64"), charset: charset as Charset };
}

function neighbours<Part extends { part: number }>(parts: Part[]): Part[][] {
  const runs: Part[][] = [];
  for (const part of parts) {
    const run = runs.at(-1);
    if (run?.at(-1)?.part === part.part - 1) run.push(part);
    else runs.push([part]);
  }
  return runs;
}
