import type { Place, Sealer } from "../../kit/seal.ts";

/** What identifies a message before it has an id, and permanently. */
export interface MessageName {
  sourceId: number;
  number: string;
  sourceKey: string;
}

const textPlace = ({ sourceId, number, sourceKey }: MessageName): Place => [
  "messages.text_sealed",
  sourceId,
  number,
  sourceKey,
];
const codePlace = ({ sourceId, number, sourceKey }: MessageName): Place => [
  "messages.code_sealed",
  sourceId,
  number,
  sourceKey,
];

export const sealText = (sealer: Sealer, name: MessageName, text: string): Buffer =>
  sealer.seal(text, textPlace(name));

export const sealCode = (sealer: Sealer, name: MessageName, code: string): Buffer =>
  sealer.seal(code, codePlace(name));

/** Null once erased. */
export const openText = (
  sealer: Sealer,
  message: MessageName & { textSealed: Buffer | null },
): string | null => message.textSealed && sealer.open(message.textSealed, textPlace(message));

/** Null if the text contains no code, or once erased. */
export const openCode = (
  sealer: Sealer,
  message: MessageName & { codeSealed: Buffer | null },
): string | null => message.codeSealed && sealer.open(message.codeSealed, codePlace(message));
