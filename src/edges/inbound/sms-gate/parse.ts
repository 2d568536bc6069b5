import { invalid } from "../../../kit/errors.ts";
import { textOfBinary } from "../binary.ts";
import { readEach, readOne, type ItemReader } from "../batch.ts";
import { createEventReader } from "../event.ts";
import { unwrapText } from "../generic/text-encoding.ts";
import { readJson } from "../json-body.ts";
import { lineAmong } from "../lines.ts";
import { compilePath } from "../path.ts";
import { toField } from "../read-sms.ts";
import { toSms, type Field, type Reading } from "../sms.ts";
import type { InboundRequest, Parsed } from "../source-kind.ts";

const eventOf = createEventReader("event");
const names = {
  id: "id",
  to: "payload.recipient",
  line: "payload.simNumber",
  from: "payload.phoneNumber",
  text: "payload.message",
  timestamp: "payload.receivedAt",
};
const readList = compilePath("payload.messages");

/**
 * Reads an event: one SMS, or a batch of those that the app was asked to send again (`sms:batch:received`). What became
 * of outgoing messages, MMS and pings are none of ours.
 */
export function readSmsGate(reading: Reading): (request: InboundRequest) => Parsed {
  return (request) => {
    const event = readJson(request);
    switch (eventOf(event)) {
      case "sms:received":
        return readOne(event, readItem(reading));
      case "sms:data-received":
        return readOne(event, readItem(reading, true));
      case "sms:batch:received":
        return readEach(batchOf(event), readItem(reading), event);
      default:
        return { messages: [], faults: [] };
    }
  };
}

function batchOf(event: object): unknown[] {
  const list = readList(event, event);
  if (!Array.isArray(list)) throw invalid("payload.messages", "payload.messages is not a list of messages.");
  // The event's id is that of the batch, so each gets one by what it says.
  return list.map((payload: unknown) => ({ ...event, id: undefined, payload }));
}

const readItem =
  (reading: Reading, isData = false): ItemReader =>
  (item) => {
    const field = (path: string): Field => toField(compilePath(path)(item, item), path);
    const [device, sim] = [field("deviceId"), field("payload.simNumber")];
    return toSms(
      {
        // messageId is a hash of the text, and the same for a resent code.
        id: field("id"),
        to: field("payload.recipient"),
        line: lineAmong(reading, [device && sim ? `${device}:${sim}` : null, sim, device]),
        from: field("payload.sender") ?? field("payload.phoneNumber"),
        text: isData ? dataOf(field("payload.data")) : field("payload.message"),
        timestamp: field("payload.receivedAt"),
      },
      names,
      reading,
    );
  };

/** A data SMS is for the program on the phone that listens on its port. */
const dataOf = (data: Field) =>
  textOfBinary(unwrapText(data ?? "", "base64", "payload.data").bytes, { isPart: false, isForProgram: true });
