import { createHash } from "node:crypto";
import type { SourceGuide } from "../../../domain/sources/kind.ts";
import { readPath } from "../path.ts";
import type { TextEncoding } from "./text-encoding.ts";
import type { Auth, GenericSettings } from "./settings.ts";
import { keepAddressSecret } from "../guide.ts";

/** What to set up at the other end of a generic source, and a call to try it with. */
export function guideTo(url: string, settings: GenericSettings): SourceGuide {
  const { to, from, text } = settings.fields;
  const receiver = settings.number ? "" : `${to} (the receiving number), `;
  return {
    steps: [
      `Let it call this address with POST for every message, with JSON or a form: ${receiver}${from} (the sender) and ${text} (the text).`,
      proofOf(settings.auth),
      `Any answer but ${settings.answer.status} means that the message was not stored: it should be sent again.`,
    ],
    curl: curlFor(url, settings),
  };
}

function proofOf(auth: Auth): string {
  if (auth.kind === "header")
    return `Every call carries the header ${auth.name}, with the secret as its value.`;
  if (auth.kind === "basic") return `Every call signs in by HTTP Basic as ${auth.username}.`;
  if (auth.kind === "none") return keepAddressSecret;
  return `Every call is signed: the header ${auth.header} holds the HMAC (${auth.algorithm}, ${auth.encoding}) of ${auth.template}.`;
}

function curlFor(url: string, settings: GenericSettings): string | null {
  const { auth } = settings;
  // If more than the body is signed, it does not fit into one short command.
  if (auth.kind === "hmac" && (auth.template !== "{body}" || auth.encoding !== "hex")) return null;
  const text = encoded(`Your WhatsApp code is ${codeFor(url)}`, settings.textEncoding);
  if (text === null) return null;
  const options = [...proofArguments(auth), '-H "Content-Type: application/json"'].join(" ");
  return [
    `body=${quote(JSON.stringify(sampleBody(text, settings)))}`,
    `curl ${options} --data "$body" ${quote(url)}`,
  ].join("\n");
}

/** A body with one message, its fields at their paths: a field may be named by its whole path (path.ts). */
function sampleBody(text: string, { fields, number, filter, items }: GenericSettings): unknown {
  const root: Record<string, unknown> = {};
  const message: Record<string, unknown> = {};
  const put = (path: string, value: unknown): void => {
    const { fromRoot, plain } = readPath(path);
    (fromRoot ? root : message)[plain] = value;
  };
  if (!number) put(fields.to, "+15550199999");
  put(fields.from, "WhatsApp");
  put(fields.text, text);
  if (filter) put(filter.path, filter.equals);
  if (!items) return { ...root, ...message };
  const { plain } = readPath(items);
  return plain === "" ? [message] : { ...root, [plain]: [message] };
}

function proofArguments(auth: Auth): string[] {
  if (auth.kind === "header") return [`-H ${quote(`${auth.name}: ${auth.value}`)}`];
  if (auth.kind === "basic") return [`-u ${quote(`${auth.username}:${auth.password}`)}`];
  if (auth.kind === "none") return [];
  const digest = `openssl dgst -${auth.algorithm} -hmac ${quote(auth.secret)} -r | cut -d " " -f 1`;
  return [`-H "${auth.header}: $(printf %s "$body" | ${digest})"`];
}

/** The text as the source writes it; null if JSON cannot hold its bytes. */
function encoded(text: string, encoding: TextEncoding): string | null {
  if (encoding === "base64") return Buffer.from(text).toString("base64");
  if (encoding === "hex-ucs2") return Buffer.from(text, "utf16le").swap16().toString("hex");
  return encoding === "ucs2" ? null : text;
}

/** A different code for each address: the same text from two sources within a minute counts as one SMS. */
const codeFor = (url: string): number =>
  100_000 + (createHash("sha256").update(url).digest().readUInt32BE() % 900_000);

/** Quoted as one word for a shell. */
const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
