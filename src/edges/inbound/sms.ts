import { invalid } from "../../kit/errors.ts";
import { rawUnits, readRaw, type RawText } from "../../kit/raw-text.ts";
import { sha256 } from "../../kit/secrets.ts";
import type { SmsPart } from "../../domain/messages/message.ts";
import { readRecipient, type Recipient } from "./recipient.ts";
import type { InboundSms } from "./source-kind.ts";
import { readTime } from "./time.ts";

/** A field as the source sent it: null if the source sent null, undefined if it is missing. */
export type Field = string | null | undefined;

export interface RawSms {
  to: Field;
  from: Field;
  text: Field | RawText;
  /** An MMS: one of pictures alone comes without a text. */
  hasMedia?: boolean;
  id?: Field;
  timestamp?: Field;
  /** The source's line that it came in on: a SIM, a slot, a port. */
  line?: Field;
  partReference?: Field;
  partTotal?: Field;
  partNumber?: Field;
}

/** The source's names of the fields, for use in errors. */
export type FieldNames = { to: string; from: string; text: string } & Partial<
  Record<Exclude<keyof RawSms, "hasMedia">, string>
>;

/** How a source's values are to be interpreted. */
export interface Reading {
  readNumber: (text: string) => string | null;
  /** The number of a source that has only one and does not send it. */
  number?: string;
  /** The numbers of a source's lines, by the source's names for them. */
  lines?: ReadonlyMap<string, string>;
  /** The zone of times without one. */
  timeZone?: string;
  /** Its times are certain to be in the zone that they or the settings name. */
  knowsZone?: boolean;
}

/** 255 parts of 153 characters, the longest possible SMS (3GPP TS 23.040, 9.2.3.24.1), in UTF-16. */
const maxBytes = 255 * 153 * 2;
const maxSender = 200;
const maxKey = 200;

/**
 * Builds a message from a source's fields. The sender stays as the network gave it: codes come from names and short
 * codes more often than from numbers. A missing field is an error, because it means the mapping is wrong; an empty
 * sender or text is not, nor a missing text beside pictures. Null if it is not a message for a number.
 */
export function toSms(raw: RawSms, names: FieldNames, reading: Reading): InboundSms | null {
  const recipient = recipientOf(raw, names, reading);
  if (recipient === "passed over") return null;
  for (const field of raw.hasMedia ? (["from"] as const) : (["from", "text"] as const))
    if (raw[field] === undefined) throw invalid(names[field], `${names[field]} is missing.`);
  const part = readPart(raw, names);
  const line = clean(raw.line);
  const sentAt = readTime(clean(raw.timestamp), reading.timeZone);
  const text = typeof raw.text === "object" && raw.text !== null ? raw.text : rawUnits(raw.text ?? "");
  if (text.bytes.length > maxBytes) throw invalid(names.text, `${names.text} is longer than an SMS can be.`);
  return {
    sourceKey: keyOf(raw),
    number: recipient.number,
    sender: clean(raw.from).slice(0, maxSender).toWellFormed(),
    text: readRaw([text], { isCut: part !== undefined }),
    ...(sentAt && { sentAt, ...(reading.knowsZone && { timeHasZone: true }) }),
    ...(recipient.isChat && { isChat: true }),
    ...(part && { part: { ...part, raw: text } }),
    ...(line !== "" && { line }),
  };
}

/** The number that the source sent; else that of the line it names, or of the whole source. */
function recipientOf(raw: RawSms, names: FieldNames, reading: Reading): Recipient | "passed over" {
  const to = clean(raw.to);
  const line = clean(raw.line);
  if (to === "") {
    const number = reading.lines?.get(line) ?? (isNumber(line) ? undefined : reading.number);
    if (number !== undefined) return { number, isChat: false };
    if (isNumber(line)) return readTo(line, names.line ?? "", reading);
    if (line !== "")
      throw invalid(
        names.line ?? "",
        `${names.line} is a line without a number: name it in the source's lines.`,
      );
    if (raw.to === undefined) throw invalid(names.to, `${names.to} is missing.`);
  }
  return readTo(to, names.to, reading);
}

/** Operators name lines as they like, and a line with its number tells us all that we need. */
const isNumber = (line: string): boolean => line.startsWith("+");

function readTo(to: string, name: string, { readNumber }: Reading): Recipient | "passed over" {
  const recipient = readRecipient(to, readNumber);
  if (recipient === null) throw invalid(name, `${name} is not a phone number.`);
  return recipient;
}

/** PostgreSQL cannot store NUL in a text, and some gateways pad senders with it. */
export const clean = (field: Field): string => (field ?? "").replaceAll("\0", "").trim().toWellFormed();

/** The source's own id, shortened if it is too long for a key. */
function keyOf(raw: RawSms): string | null {
  const id = clean(raw.id);
  if (id === "") return null;
  return id.length <= maxKey ? id : `long ${digest(id)}`;
}

const digest = (text: string): string => sha256(text).toString("base64url");

function readPart(raw: RawSms, names: FieldNames): Omit<SmsPart, "raw"> | undefined {
  const total = clean(raw.partTotal);
  if (total === "" || total === "0" || total === "1") return undefined;
  const reference = clean(raw.partReference);
  const part = Number(clean(raw.partNumber));
  if (!(Number(total) <= 255 && Number.isInteger(Number(total)) && Number(total) > 0))
    throw invalid(names.partTotal ?? "", `${names.partTotal} is not a number of parts from 1 to 255.`);
  if (!Number.isInteger(part) || part < 1 || part > Number(total))
    throw invalid(
      names.partNumber ?? "",
      `${names.partNumber} is not the number of one of ${names.partTotal} parts.`,
    );
  if (reference === "" || reference.length > maxKey)
    throw invalid(
      names.partReference ?? "",
      `${names.partReference} does not name the message of this part.`,
    );
  return { reference, total: Number(total), part };
}
