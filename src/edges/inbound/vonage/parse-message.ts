import { invalid } from "../../../kit/errors.ts";
import { readJson } from "../json-body.ts";
import { createNumberReader } from "../number.ts";
import { compilePath } from "../path.ts";
import { toField } from "../read-sms.ts";
import { toSms, type Field } from "../sms.ts";
import type { InboundRequest, Parsed } from "../source-kind.ts";

const names = { id: "message_uuid", to: "to", from: "from", text: "text", timestamp: "timestamp" };
const reading = { readNumber: createNumberReader() };

/** Parses a call of the Messages API (Vonage, "Messages API: inbound message"), which joins long messages itself. */
export function parseMessage(request: InboundRequest): Parsed {
  const message = readJson(request);
  const field = (name: string): Field => toField(compilePath(name)(message, message), name);
  if (!field("message_uuid")) throw invalid("message_uuid", "message_uuid is missing.");
  const type = field("message_type");
  // The status of an outgoing message, if somebody has it sent here.
  if (type === undefined && field("status")) return { messages: [], faults: [] };
  const sms = toSms(
    {
      id: field("message_uuid"),
      to: recipient(field("channel"), field("to")),
      from: field("from"),
      text: type === "text" ? field("text") : undefined,
      hasMedia: type !== "text",
      timestamp: field("timestamp"),
    },
    names,
    reading,
  );
  return { messages: sms ? [sms] : [], faults: [] };
}

/** WhatsApp, RCS, Viber and Messenger come to the same address; there `to` is an account. */
function recipient(channel: Field, to: Field): Field {
  if (!channel) throw invalid("channel", "channel is missing.");
  return to && channel !== "sms" && channel !== "mms" ? `chat:${to}` : to;
}
