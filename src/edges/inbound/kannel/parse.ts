import type { RawText } from "../../../kit/raw-text.ts";
import { textOfBinary } from "../binary.ts";
import { invalid } from "../../../kit/errors.ts";
import { charsetNamed } from "../charset.ts";
import { isRaw } from "../body.ts";
import { fieldsOf } from "../field-parser.ts";
import { toField } from "../read-sms.ts";
import { toSms, type Field, type Reading } from "../sms.ts";
import type { InboundRequest, Parsed } from "../source-kind.ts";
import { readUdh } from "../udh.ts";

const names = {
  id: "id",
  to: "to",
  from: "from",
  text: "text",
  timestamp: "time",
  partReference: "udh",
  partTotal: "udh",
  partNumber: "udh",
};

/** Reads the one SMS of a call. Kannel percent-encodes the bytes of texts and of user data headers as it has them. */
export function readKannel(reading: Reading): (request: InboundRequest) => Parsed {
  return (request) => {
    const call = fieldsOf(request);
    const field = (name: string): Field => toField(call[name], name);
    const coding = field("coding") ?? "";
    if (!["", "0", "1", "2"].includes(coding)) throw invalid("coding", "coding is none of 0, 1 and 2.");
    const { part, isForProgram } = readUdh(bytesOf(call["udh"]).toString("hex"));
    const bytes = bytesOf(call["text"]);
    const sms = toSms(
      {
        id: field("id"),
        to: field("to"),
        from: field("from"),
        timestamp: field("time"),
        ...part,
        text:
          call["text"] === undefined
            ? undefined
            : coding === "1"
              ? textOfBinary(bytes, { isPart: part !== undefined, isForProgram })
              : textOf(bytes, coding, field("charset")),
      },
      names,
      reading,
    );
    return { messages: sms ? [sms] : [], faults: [] };
  };
}

const bytesOf = (value: unknown): Buffer =>
  isRaw(value) ? value.bytes : Buffer.from(toField(value, "text") ?? "");

/** Coding 2 is UCS-2, which Kannel passes on in the charset that it names, if any (`%C`). */
function textOf(bytes: Buffer, coding: string, charset: Field): RawText {
  const named = charset ? charsetNamed(`text/plain; charset=${charset}`) : "auto";
  return { bytes, charset: named === "auto" && coding === "2" && !charset ? "utf-16be" : named };
}
