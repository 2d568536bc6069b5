import type { CountryCode } from "libphonenumber-js/min";
import { Refusal, invalid } from "../../../kit/errors.ts";
import { readRaw, type RawText } from "../../../kit/raw-text.ts";
import { isRaw, readBody } from "../body.ts";
import { createNumberReader } from "../number.ts";
import { toSms, type Field, type RawSms, type Reading } from "../sms.ts";
import type { InboundRequest, InboundSms, Parsed } from "../source-kind.ts";
import { compilePath } from "./path.ts";
import type { GenericSettings } from "./settings.ts";
import { unwrapText } from "./text-encoding.ts";

/** Parses messages as the settings describe them. */
export function createParser(settings: GenericSettings): (request: InboundRequest) => Parsed {
  const readItem = createItemReader(settings);
  const items = settings.items === undefined ? null : compilePath(settings.items);
  return (request) => {
    const root = readBody(request);
    if (typeof root !== "object" || root === null)
      throw invalid("body", "The body is not an object with fields.");
    if (!items) return collect([root], readItem, root);
    const list = items(root, root);
    if (!Array.isArray(list))
      throw invalid(settings.items ?? "", `${settings.items} is not a list of messages.`);
    return collect(list, readItem, root, settings.items);
  };
}

/** `listName` is set if there may be several messages, so that an error can say which one it is about. */
function collect(list: unknown[], readItem: ItemReader, root: unknown, listName?: string): Parsed {
  const parsed: Parsed = { messages: [], faults: [] };
  list.forEach((item, index) => {
    try {
      const sms = readItem(item, root);
      if (sms) parsed.messages.push(sms);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      parsed.faults.push(listName === undefined ? error : at(index, error));
    }
  });
  return parsed;
}

const at = (index: number, { code, message, details }: Refusal): Refusal =>
  new Refusal(code, `Message ${index + 1}: ${message}`, details);

type ItemReader = (item: unknown, root: unknown) => InboundSms | null;

/** Returns null if the filter excludes the message, or if it is not for a phone number. */
function createItemReader(settings: GenericSettings): ItemReader {
  const { fields, filter, textEncoding } = settings;
  const { text: textPath, ...others } = fields;
  const readText = compilePath(textPath);
  const readers = Object.entries(others).map(([field, path]) => ({ field, path, read: compilePath(path) }));
  const readFilter = filter && compilePath(filter.path);
  const reading = readingOf(settings);
  return (item, root) => {
    if (readFilter && plain(readFilter(item, root)) !== String(filter?.equals)) return null;
    const raw: Record<string, Field | RawText> = {};
    for (const { field, path, read } of readers) raw[field] = toField(read(item, root), path);
    const text = toText(readText(item, root), textPath);
    raw["text"] = text && unwrapText(text, textEncoding, textPath);
    return toSms(raw as unknown as RawSms, fields, reading);
  };
}

function readingOf({ defaultCountry, number, lines, timeZone }: GenericSettings): Reading {
  const readNumber = createNumberReader(defaultCountry as CountryCode | undefined);
  const own = (written: string): string => readNumber(written) ?? written.replaceAll(/\D/g, "");
  return {
    readNumber,
    ...(number !== undefined && { number: own(number) }),
    ...(lines && { lines: new Map(Object.entries(lines).map(([line, written]) => [line, own(written)])) }),
    ...(timeZone !== undefined && { timeZone }),
  };
}

const plain = (value: unknown): string => (isRaw(value) ? readRaw([value]) : String(value));

function toField(value: unknown, path: string): Field {
  const text = toText(value, path);
  return typeof text === "object" && text !== null ? readRaw([text]) : text;
}

function toText(value: unknown, path: string): Field | RawText {
  if (typeof value === "string" || value === null || value === undefined || isRaw(value)) return value;
  if (typeof value === "number") return String(value);
  throw invalid(path, `${path} must be one text or number.`);
}
