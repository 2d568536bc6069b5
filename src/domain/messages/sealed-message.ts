import type { Place, Sealer } from "../../kit/seal.ts";
import type { Part } from "./sql.ts";

/** What names a message before it has an id, and for good. */
export interface MessageName {
  sourceId: number;
  sourceKey: string;
}

const textPlace = ({ sourceId, sourceKey }: MessageName): Place => [
  "messages.text_sealed",
  sourceId,
  sourceKey,
];
const codePlace = ({ sourceId, sourceKey }: MessageName): Place => [
  "messages.code_sealed",
  sourceId,
  sourceKey,
];
const partPlace = (part: Omit<Part, "textSealed" | "total">): Place => [
  "message_parts.text_sealed",
  part.sourceId,
  part.number,
  part.sender,
  part.reference,
  part.part,
];

export const sealText = (sealer: Sealer, name: MessageName, text: string): Buffer =>
  sealer.seal(text, textPlace(name));

export const sealCode = (sealer: Sealer, name: MessageName, code: string): Buffer =>
  sealer.seal(code, codePlace(name));

/** Null where it is erased. */
export const openText = (
  sealer: Sealer,
  message: MessageName & { textSealed: Buffer | null },
): string | null => message.textSealed && sealer.open(message.textSealed, textPlace(message));

/** Null where the text holds none, or it is erased. */
export const openCode = (
  sealer: Sealer,
  message: MessageName & { codeSealed: Buffer | null },
): string | null => message.codeSealed && sealer.open(message.codeSealed, codePlace(message));

export const sealPart = (sealer: Sealer, part: Omit<Part, "textSealed" | "total">, text: string): Buffer =>
  sealer.seal(text, partPlace(part));

export const openPart = (sealer: Sealer, part: Omit<Part, "total">): string =>
  sealer.open(part.textSealed, partPlace(part));
