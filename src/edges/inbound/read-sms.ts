import { invalid } from "../../kit/errors.ts";
import { readRaw, type RawText } from "../../kit/raw-text.ts";
import type { ItemReader } from "./batch.ts";
import { isRaw } from "./body.ts";
import { compilePath } from "./path.ts";
import { toSms, type Field, type FieldNames, type RawSms, type Reading } from "./sms.ts";

type Unwrap = (text: string | RawText) => string | RawText;

/**
 * Reads a message whose fields are at these paths; `media`, where the pictures of an MMS are. `unwrap` undoes the
 * source's encoding of texts.
 */
export function createSmsReader(
  { text: textPath, media, ...others }: FieldNames & { media?: string },
  reading: Reading,
  unwrap: Unwrap = (text) => text,
): ItemReader {
  const readText = compilePath(textPath);
  const readMedia = media === undefined ? () => undefined : compilePath(media);
  const readers = Object.entries(others).map(([field, path]) => ({ field, path, read: compilePath(path) }));
  return (item, root) => {
    const raw: Record<string, Field | RawText> = {};
    for (const { field, path, read } of readers) raw[field] = toField(read(item, root), path);
    const text = toText(readText(item, root), textPath);
    const unwrapped = text && unwrap(text);
    raw["text"] = unwrapped;
    const hasMedia = isSome(readMedia(item, root));
    return toSms({ ...(raw as unknown as RawSms), hasMedia }, { ...others, text: textPath }, reading);
  };
}

const isSome = (media: unknown): boolean =>
  typeof media === "object" && media !== null && Object.keys(media).length > 0;

/** A value as one text. Throws a Refusal if it is a list or an object. */
export function toField(value: unknown, path: string): Field {
  const text = toText(value, path);
  return typeof text === "object" && text !== null ? readRaw([text]) : text;
}

function toText(value: unknown, path: string): Field | RawText {
  if (typeof value === "string" || value === null || value === undefined || isRaw(value)) return value;
  if (typeof value === "number") return String(value);
  throw invalid(path, `${path} must be one text or number.`);
}
