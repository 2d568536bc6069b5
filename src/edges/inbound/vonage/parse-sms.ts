import { invalid } from "../../../kit/errors.ts";
import { fromHex, textOfBinary } from "../binary.ts";
import { createNumberReader } from "../number.ts";
import { toSms, type RawSms } from "../sms.ts";
import type { Parsed } from "../source-kind.ts";
import { isPart, readUdh } from "../udh.ts";

const names = {
  id: "messageId",
  to: "to",
  from: "msisdn",
  text: "text",
  timestamp: "message-timestamp",
  partReference: "concat-ref",
  partTotal: "concat-total",
  partNumber: "concat-part",
};
const reading = { readNumber: createNumberReader() };

/** Parses a call of the SMS API (Vonage, "Inbound SMS"). Parts of long messages come one by one. */
export function parseSms(fields: ReadonlyMap<string, string>): Parsed {
  if (!fields.get("messageId")) throw invalid("messageId", "messageId is missing.");
  // A delivery receipt of an outgoing message, if somebody has it sent here.
  if (fields.has("status") && !fields.has("type")) return { messages: [], faults: [] };
  const raw: Record<string, string | undefined> = {};
  for (const [field, name] of Object.entries(names)) raw[field] = fields.get(name);
  // Vonage passes on what the SMS's own header says, which may be impossible.
  if (!isPart(Number(raw["partTotal"]), Number(raw["partNumber"]))) delete raw["partTotal"];
  const sms = toSms(
    fields.get("type") === "binary" ? asBinary(raw as unknown as RawSms, fields) : (raw as unknown as RawSms),
    names,
    reading,
  );
  return { messages: sms ? [sms] : [], faults: [] };
}

function asBinary(raw: RawSms, fields: ReadonlyMap<string, string>): RawSms {
  const data = fields.get("data");
  if (data === undefined) throw invalid("data", "data is missing.");
  const { part, isForProgram } = readUdh(fields.get("udh") ?? "");
  const whole = raw.partTotal === undefined ? { ...raw, ...part } : raw;
  return {
    ...whole,
    text: textOfBinary(fromHex(data, "data"), { isPart: whole.partTotal !== undefined, isForProgram }),
  };
}
