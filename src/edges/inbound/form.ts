import type { Charset, RawText } from "../../kit/raw-text.ts";
import { readRaw } from "../../kit/raw-text.ts";
import { groupFields, toRecord } from "../../http/form-fields.ts";

/** The fields of a form, as bytes: a gateway may pass on an SMS in whatever encoding it came in. */
export type FormFields = Record<string, RawText | RawText[]>;

/**
 * A form or query as browsers encode it (WHATWG URL, "application/x-www-form-urlencoded parsing"), except for the
 * charset.
 */
export const readForm = (form: Buffer, charset: Charset): FormFields =>
  toRecord(groupFields(pairsOf(form, charset)));

function* pairsOf(form: Buffer, charset: Charset): Generator<[string, RawText]> {
  for (const pair of form.toString("latin1").split("&")) {
    if (pair === "") continue;
    const mark = pair.indexOf("=");
    const [name, value] = mark < 0 ? [pair, ""] : [pair.slice(0, mark), pair.slice(mark + 1)];
    yield [
      readRaw([{ bytes: percentDecode(name), charset: "auto" }]),
      { bytes: percentDecode(value), charset },
    ];
  }
}

const percentDecode = (text: string): Buffer =>
  Buffer.from(
    text
      .replaceAll("+", " ")
      .replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
