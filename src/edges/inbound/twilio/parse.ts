import { invalid } from "../../../kit/errors.ts";
import { parseJson } from "../body.ts";
import { decodeText } from "../charset.ts";
import { readFormText } from "../form-body.ts";
import { createNumberReader } from "../number.ts";
import { toSms, type Field } from "../sms.ts";
import type { InboundRequest, Parsed } from "../source-kind.ts";
import { bodyHashIn } from "./signature.ts";

const names = { to: "To", from: "From", text: "Body", id: "MessageSid" };
const reading = { readNumber: createNumberReader() };

/** Status updates of outgoing messages go to the same URL, if somebody has configured that. */
const outgoing = new Set(
  "accepted canceled delivered failed partially_delivered queued read scheduled sending sent undelivered".split(
    " ",
  ),
);

/** Parses the one message of a call (Twilio, "Twilio's Request to your Incoming Message Webhook URL"). */
export function parseTwilio(request: InboundRequest): Parsed {
  const field = fieldsOf(request);
  const id = field("MessageSid");
  if (!id) throw invalid("MessageSid", "MessageSid is missing.");
  if (outgoing.has(field("SmsStatus") ?? "")) return { messages: [], faults: [] };
  const hasMedia = Number(field("NumMedia")) > 0;
  const raw = { to: field("To"), from: field("From"), text: field("Body"), hasMedia, id };
  const sms = toSms(raw, names, reading);
  return { messages: sms ? [sms] : [], faults: [] };
}

/** Reads only what the signature covers: the content type is not signed, so it decides nothing. */
function fieldsOf(request: InboundRequest): (name: string) => Field {
  const { method, url, body } = request;
  if (method === "POST" && bodyHashIn(url) !== null) return jsonFields(parseJson(decodeText(body)));
  const form = readFormText(request);
  return (name) => form.get(name)?.[0];
}

function jsonFields(json: unknown): (name: string) => Field {
  const fields = new Map<string, unknown>(Object.entries(json ?? {}));
  return (name) => {
    const value = fields.get(name);
    return typeof value === "string" ? value : undefined;
  };
}
