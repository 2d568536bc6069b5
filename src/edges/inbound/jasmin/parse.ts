import type { RawText } from "../../../kit/raw-text.ts";
import { fromHex, textOfBinary } from "../binary.ts";
import { isRaw } from "../body.ts";
import { fieldsOf } from "../field-parser.ts";
import { invalid } from "../../../kit/errors.ts";
import { toField } from "../read-sms.ts";
import { toSms, type Field, type Reading } from "../sms.ts";
import type { InboundRequest, Parsed } from "../source-kind.ts";

const names = { id: "id", to: "to", from: "from", text: "content" };

/** Reads the one SMS of a call, whose parts Jasmin has put together. */
export function readJasmin(reading: Reading): (request: InboundRequest) => Parsed {
  return (request) => {
    const call = fieldsOf(request);
    const field = (name: string): Field => toField(call[name], name);
    if (!field("id")) throw invalid("id", "id is missing.");
    // A delivery report of an outgoing SMS, if somebody has it sent here.
    if (field("message_status") && call["content"] === undefined) return { messages: [], faults: [] };
    const sms = toSms(
      { id: field("id"), to: field("to"), from: field("from"), text: textOf(call, field("coding") ?? "0") },
      names,
      reading,
    );
    return { messages: sms ? [sms] : [], faults: [] };
  };
}

/** `content` may have lost bytes on its way through Python; `binary` has them all, in hex (since Jasmin 0.9). */
function textOf(call: Record<string, unknown>, coding: string): RawText | Field {
  const binary = toField(call["binary"], "binary");
  const content = call["content"];
  if (!binary && content === undefined) return undefined;
  const bytes = binary ? fromHex(binary, "binary") : isRaw(content) ? content.bytes : null;
  if (bytes === null) return toField(content, "content");
  if (coding === "2" || coding === "4") return textOfBinary(bytes, { isPart: false, isForProgram: false });
  if (coding === "8") return { bytes, charset: binary ? "utf-16be" : "auto" };
  return { bytes, charset: coding === "3" ? "windows-1252" : "auto" };
}
