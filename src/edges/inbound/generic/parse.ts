import type { CountryCode } from "libphonenumber-js/min";
import { Refusal, invalid } from "../../../kit/errors.ts";
import { readBody } from "../body.ts";
import { createNumberReader } from "../number.ts";
import { toSms, type Field, type RawSms } from "../sms.ts";
import type { InboundRequest, InboundSms, Parsed } from "../source-kind.ts";
import { compilePath } from "./path.ts";
import type { GenericSettings } from "./settings.ts";
import { decodeSmsText } from "./text-encoding.ts";

/** Reads messages as the settings describe them. */
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

/** `listName` is set where there may be several, so that a fault can say which one it is about. */
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

/** Answers null for what the filter leaves out. */
function createItemReader({ fields, filter, textEncoding, defaultCountry }: GenericSettings): ItemReader {
  const readers = Object.entries(fields).map(([field, path]) => ({ field, path, read: compilePath(path) }));
  const readFilter = filter && compilePath(filter.path);
  const readNumber = createNumberReader(defaultCountry as CountryCode | undefined);
  return (item, root) => {
    if (readFilter && String(readFilter(item, root)) !== String(filter?.equals)) return null;
    const raw: Record<string, Field> = {};
    for (const { field, path, read } of readers) raw[field] = toField(read(item, root), path);
    if (raw["text"]) raw["text"] = decodeSmsText(raw["text"], textEncoding, fields.text);
    return toSms(raw as unknown as RawSms, fields, readNumber);
  };
}

function toField(value: unknown, path: string): Field {
  if (typeof value === "string" || value === null || value === undefined) return value;
  if (typeof value === "number") return String(value);
  throw invalid(path, `${path} must be one text or number.`);
}
