import { invalid } from "../../../kit/errors.ts";
import { readRaw, type RawText } from "../../../kit/raw-text.ts";
import { isRaw } from "../body.ts";
import { fieldsOf } from "../field-parser.ts";
import { toField } from "../read-sms.ts";
import { toSms, type Field, type Reading } from "../sms.ts";
import type { InboundRequest, Parsed } from "../source-kind.ts";

const names = { to: "PHONE_ID", line: "PHONE_ID", from: "SMS_1_NUMBER", text: "SMS_1_TEXT" };
/** An answer of the network to a code that was dialled (USSD), which smsd keeps like an SMS. */
const ussd = "127";
const mostParts = 255;

/** Reads the one message of a call: the variables of smsd's environment (gammu-smsd-run), and what the script adds. */
export function readGammu(reading: Reading): (request: InboundRequest) => Parsed {
  return (request) => {
    const call = fieldsOf(request);
    const field = (name: string): Field => toField(call[name], name);
    if (!(Number(field("SMS_MESSAGES")) > 0)) throw invalid("SMS_MESSAGES", "SMS_MESSAGES is missing.");
    if (field("SMS_1_CLASS")?.trim() === ussd) return { messages: [], faults: [] };
    const [phone, ids, time] = ["PHONE_ID", "IDS", "TIME"].map((name) => field(name)?.trim() ?? "");
    const zone = reading.timeZone === undefined ? (field("ZONE") ?? "") : "";
    const inName = timeInName(ids ?? "", zone);
    const sms = toSms(
      {
        to: undefined,
        line: phone,
        from: field("SMS_1_NUMBER"),
        text: textOf(call, field),
        // Ids begin anew with a new table, hence the time.
        id: ids ? `${phone} ${ids} ${time}` : undefined,
        timestamp: inName ?? time,
      },
      names,
      { ...reading, knowsZone: inName === undefined || reading.timeZone !== undefined },
    );
    return { messages: sms ? [sms] : [], faults: [] };
  };
}

/** What smsd put together; failing that, its parts. Of binary messages smsd tells nothing. */
function textOf(call: Record<string, unknown>, field: (name: string) => Field): RawText {
  const list = (count: Field, nameOf: (part: number) => string): unknown[] =>
    Array.from({ length: Math.min(Number(count) || 0, mostParts) }, (_, part) => call[nameOf(part + 1)]);
  const decoded = list(field("DECODED_PARTS"), (part) => `DECODED_${part}_TEXT`);
  const raw = list(field("SMS_MESSAGES"), (part) => `SMS_${part}_TEXT`);
  const texts = decoded.some((text) => text !== undefined) ? decoded : raw;
  const text = texts.map((one) => (isRaw(one) ? readRaw([one]) : (toField(one, names.text) ?? ""))).join("");
  return { bytes: Buffer.from(text, "utf16le"), charset: "utf-16le" };
}

/** With files smsd names a message by its time: `IN20261128_103000_00_+4912345_00.txt`, in the network's zone. */
function timeInName(ids: string, zone: string): string | undefined {
  const [, year, month, day, hour, minute, second] =
    /(?:^|[\s/])IN(\d{4})(\d\d)(\d\d)_(\d\d)(\d\d)(\d\d)_/.exec(ids) ?? [];
  return year && `${year}-${month}-${day} ${hour}:${minute}:${second}${zone.trim()}`;
}
