import { invalid } from "../../kit/errors.ts";
import { readRaw, type RawText } from "../../kit/raw-text.ts";
import { charsetNamed } from "./charset.ts";
import { groupFields, toRecord } from "../../http/form-fields.ts";
import type { FormFields } from "./form.ts";

/** A multipart form (RFC 7578), as gateways in PHP and Python send it. Files in it are read like ordinary fields. */
export function readMultipart(body: Buffer, contentType: string): FormFields {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw invalid("body", "The form's Content-Type names no boundary.");
  const [, ...pieces] = `\r\n${body.toString("latin1")}`.split(new RegExp(`\r?\n--${escape(boundary)}`));
  const end = pieces.findIndex((piece) => piece.startsWith("--"));
  if (end < 0) throw invalid("body", "The form is cut off: its last boundary is missing.");
  return toRecord(groupFields(fieldsOf(pieces.slice(0, end))));
}

function* fieldsOf(pieces: string[]): Generator<[string, RawText]> {
  for (const piece of pieces) {
    const [, head, value] = /^[ \t]*\r?\n(?:([^]*?)\r?\n)??\r?\n([^]*)$/.exec(piece) ?? [];
    const name = nameIn(head ?? "");
    if (name === undefined || value === undefined)
      throw invalid("body", "A part of the form has no name in its Content-Disposition.");
    const bytes = Buffer.from(value, "latin1");
    yield [name, { bytes, charset: charsetNamed(headerIn(head ?? "", "content-type")) }];
  }
}

const escape = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);

const headerIn = (head: string, name: string): string | undefined =>
  new RegExp(`^${name}[ \t]*:(.*)$`, "im").exec(head)?.[1];

function nameIn(head: string): string | undefined {
  const disposition = headerIn(head, "content-disposition");
  const [, quoted, plain] = /;\s*name=(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/i.exec(disposition ?? "") ?? [];
  const name = quoted?.replaceAll(/\\(.)/g, "$1").replaceAll("%22", '"') ?? plain;
  return name === undefined ? undefined : readRaw([{ bytes: Buffer.from(name, "latin1"), charset: "auto" }]);
}
