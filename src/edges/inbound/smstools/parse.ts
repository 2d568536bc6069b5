import { invalid } from "../../../kit/errors.ts";
import { rawUnits, type RawText } from "../../../kit/raw-text.ts";
import { textOfBinary } from "../binary.ts";
import { headerOf } from "../header.ts";
import { lineAmong } from "../lines.ts";
import { toSms, type Reading } from "../sms.ts";
import type { InboundRequest, Parsed } from "../source-kind.ts";
import { readUdh, type Udh } from "../udh.ts";

const names = {
  to: "Number",
  line: "Modem",
  from: "From",
  text: "the text",
  partReference: "UDH-DATA",
  partTotal: "UDH-DATA",
  partNumber: "UDH-DATA",
};

/** Reads a file of smsd's incoming folder ("SMS file format"): headers, an empty line, the text. */
export function readSmstools(reading: Reading): (request: InboundRequest) => Parsed {
  return (request) => {
    const event = headerOf(request, "x-event");
    if (event !== "" && event !== "RECEIVED") return { messages: [], faults: [] };
    const { headers, body } = readFile(request.body);
    const { udh, text } = split(headers, body);
    const file = headerOf(request, "x-file");
    const zone = reading.timeZone === undefined ? headerOf(request, "x-time-zone") : "";
    const sms = toSms(
      {
        id: file === "" ? undefined : `${file} ${headers.get("received") ?? ""}`,
        // The modem's own, if smsd.conf has it.
        to: headers.get("number"),
        line: lineAmong(reading, [headers.get("modem"), headers.get("subject"), headers.get("imsi")]),
        from: headers.get("from") ?? "",
        timestamp: timeOf(headers.get("sent") ?? headers.get("received") ?? "", zone),
        ...udh.part,
        // For an SMS that it cannot decode, smsd writes an explanation in place of the text.
        text: headers.has("error") ? rawUnits("") : textOf(text, headers.get("alphabet") ?? "", udh),
      },
      names,
      { ...reading, knowsZone: reading.timeZone !== undefined },
    );
    return { messages: sms ? [sms] : [], faults: [] };
  };
}

interface MessageFile {
  /** By their names in lower case. */
  headers: Map<string, string>;
  body: Buffer;
}

function readFile(bytes: Buffer): MessageFile {
  const [head = "", gap] = /^(?:[\w-]+:[^\n]*\n)+(\r?\n)?/.exec(bytes.toString("latin1")) ?? [];
  const headers = new Map<string, string>();
  for (const line of head.split("\n")) {
    const [, name, value] = /^([\w-]+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined) headers.set(name.toLowerCase(), value ?? "");
  }
  if (gap === undefined || !headers.has("from"))
    throw invalid(
      "body",
      "The body is not a message file of smsd: headers with a From, an empty line, the text.",
    );
  return { headers, body: bytes.subarray(head.length) };
}

/** The user data header of a binary SMS is at the beginning of its bytes; of others it is among the file's headers. */
function split(headers: Map<string, string>, body: Buffer): { udh: Udh; text: Buffer } {
  const length = 1 + (body[0] ?? 0);
  const isHeader =
    /^bin/i.test(headers.get("alphabet") ?? "") && length > 3 && length < 0x20 && body.length > length;
  if (headers.has("udh-data") || !isHeader)
    return { udh: readUdh(headers.get("udh-data") ?? ""), text: body };
  return { udh: readUdh(body.toString("hex", 0, length)), text: body.subarray(length) };
}

/** `Alphabet` is what the text in the file is written in; smsd looks only at its beginning. */
function textOf(body: Buffer, alphabet: string, udh: Udh): RawText {
  switch (alphabet.slice(0, 3).toLowerCase()) {
    case "bin":
      return textOfBinary(body, { isPart: udh.part !== undefined, isForProgram: udh.isForProgram });
    case "ucs":
    case "chi":
    case "uni":
      return { bytes: body, charset: "utf-16be" };
    case "iso":
    case "lat":
    case "ans":
      return rawUnits(new TextDecoder("iso-8859-15").decode(body));
    default:
      return { bytes: body, charset: "auto" };
  }
}

/** smsd writes two-digit years, and no time zone. */
const timeOf = (time: string, zone: string): string =>
  time.trim().replace(/^(\d\d-\d\d-\d\d \d\d:\d\d:\d\d)$/, `20$1${zone}`);
