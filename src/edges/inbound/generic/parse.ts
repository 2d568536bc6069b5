import { invalid } from "../../../kit/errors.ts";
import { readRaw } from "../../../kit/raw-text.ts";
import { readEach, readOne, type ItemReader } from "../batch.ts";
import { isRaw, readBody } from "../body.ts";
import { readingOf } from "../lines.ts";
import { compilePath } from "../path.ts";
import { createSmsReader } from "../read-sms.ts";
import type { InboundRequest, Parsed } from "../source-kind.ts";
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
    if (!items) return readOne(root, readItem);
    const list = items(root, root);
    if (!Array.isArray(list))
      throw invalid(settings.items ?? "", `${settings.items} is not a list of messages.`);
    return readEach(list, readItem, root);
  };
}

/** Returns null if the filter excludes the message, or if it is not for a phone number. */
function createItemReader(settings: GenericSettings): ItemReader {
  const { fields, filter, textEncoding } = settings;
  const readFilter = filter && compilePath(filter.path);
  const readSms = createSmsReader(fields, readingOf(settings), (text) =>
    unwrapText(text, textEncoding, fields.text),
  );
  return (item, root) =>
    readFilter && plain(readFilter(item, root)) !== String(filter?.equals) ? null : readSms(item, root);
}

const plain = (value: unknown): string => (isRaw(value) ? readRaw([value]) : String(value));
