import type { Charset, RawText } from "../../kit/raw-text.ts";
import { readRaw } from "../../kit/raw-text.ts";

/** The fields of a form, as bytes: a gateway may pass on an SMS in whatever encoding it came in. */
export type FormFields = Record<string, RawText | RawText[]>;

/**
 * A form or query as browsers encode it (WHATWG URL, "application/x-www-form-urlencoded parsing"), except for the
 * charset.
 */
export function readForm(form: Buffer, charset: Charset): FormFields {
  const fields = newFields();
  for (const pair of form.toString("latin1").split("&")) {
    if (pair === "") continue;
    const mark = pair.indexOf("=");
    const [name, value] = mark < 0 ? [pair, ""] : [pair.slice(0, mark), pair.slice(mark + 1)];
    addField(fields, readRaw([{ bytes: percentDecode(name), charset: "auto" }]), {
      bytes: percentDecode(value),
      charset,
    });
  }
  return fields;
}

export const newFields = (): FormFields => Object.create(null) as FormFields;

/** A field given more than once becomes an array. */
export function addField(fields: FormFields, name: string, value: RawText): void {
  const before = fields[name];
  fields[name] = before === undefined ? value : [before, value].flat();
}

const percentDecode = (text: string): Buffer =>
  Buffer.from(
    text
      .replaceAll("+", " ")
      .replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
