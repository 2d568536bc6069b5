import { invalid } from "../../../kit/errors.ts";
import { rawUnits, type RawText } from "../../../kit/raw-text.ts";
import { textOfBinary } from "../binary.ts";
import { headerOf } from "../header.ts";
import { lineAmong } from "../lines.ts";
import { toSms, type Reading } from "../sms.ts";
import type { InboundRequest, Parsed } from "../source-kind.ts";
import { readUdh } from "../udh.ts";

const names = {
  to: "To",
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
    const udh = readUdh(headers.get("udh-data") ?? "");
    const file = headerOf(request, "x-file");
    const zone = reading.timeZone === undefined ? headerOf(request, "x-time-zone") : "";
    const sms = toSms(
      {
        id: file === "" ? undefined : `${file} ${headers.get("received") ?? ""}`,
        to: headers.get("to"),
        line: lineAmong(reading, [headers.get("modem"), headers.get("subject"), headers.get("imsi")]),
        from: headers.get("from") ?? "",
        timestamp: timeOf(headers.get("sent") ?? headers.get("received") ?? "", zone),
        ...udh.part,
        text: textOf(body, headers.get("alphabet") ?? "", udh),
      },
      names,
      reading,
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

/** `Alphabet` is what the text in the file is written in; smsd looks only at its beginning. */
function textOf(body: Buffer, alphabet: string, udh: ReturnType<typeof readUdh>): RawText {
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

/** smsd writes years with two digits, and no zone. */
const timeOf = (time: string, zone: string): string =>
  time.trim().replace(/^(\d\d-\d\d-\d\d \d\d:\d\d:\d\d)$/, `20$1${zone}`);
