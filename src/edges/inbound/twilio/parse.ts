import { invalid } from "../../../kit/errors.ts";
import { decodeText, mediaTypeOf, parseJson } from "../body.ts";
import { createNumberReader } from "../number.ts";
import { toSms, type Field } from "../sms.ts";
import type { InboundRequest, Parsed } from "../source-kind.ts";

const names = { to: "To", from: "From", text: "Body", id: "MessageSid" };
const readNumber = createNumberReader();

/** What becomes of messages that go out is told to the same kind of address, if somebody set it up so. */
const outgoing = new Set(
  "accepted canceled delivered failed partially_delivered queued read scheduled sending sent undelivered".split(
    " ",
  ),
);

/** The form's fields; for a GET there is no form, its fields are in the query. */
export const formOf = ({ method, body }: InboundRequest): URLSearchParams =>
  new URLSearchParams(method === "GET" ? "" : decodeText(body));

/** Reads the one message of a call (Twilio, "Twilio's Request to your Incoming Message Webhook URL"). */
export function parseTwilio(request: InboundRequest): Parsed {
  const field = fieldsOf(request);
  const id = field("MessageSid");
  if (!id) throw invalid("MessageSid", "MessageSid is missing.");
  if (outgoing.has(field("SmsStatus") ?? "")) return { messages: [], faults: [] };
  const raw = { to: field("To"), from: field("From"), text: field("Body"), id };
  return { messages: [toSms(raw, names, readNumber)], faults: [] };
}

function fieldsOf(request: InboundRequest): (name: string) => Field {
  if (request.method === "POST" && mediaTypeOf(request) === "application/json") {
    const json = parseJson(decodeText(request.body));
    const fields =
      typeof json === "object" && json !== null ? new Map<string, unknown>(Object.entries(json)) : new Map();
    return (name) => {
      const value: unknown = fields.get(name);
      return typeof value === "string" ? value : undefined;
    };
  }
  const form = request.method === "GET" ? new URLSearchParams(request.query) : formOf(request);
  return (name) => form.get(name) ?? undefined;
}
