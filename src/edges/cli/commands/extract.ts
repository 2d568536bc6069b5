import { createInterface } from "node:readline";
import { once } from "node:events";
import { Readable } from "node:stream";
import type { Command } from "commander";
import { readServices } from "../../../domain/catalog/data.ts";
import { explainCode, findCode, readMessage, type ReadMessage } from "../../../domain/messages/code.ts";
import { createServiceRecognizer, type RecognizeService } from "../../../domain/messages/service.ts";
import { decodeText } from "../../../kit/decode-text.ts";
import { invalid } from "../../../kit/errors.ts";
import { addCommand, type Cli, type Output } from "../command.ts";
import { table } from "../table.ts";

export function extractCommand(program: Command, cli: Cli): void {
  const command = addCommand(
    program,
    "extract [text]",
    'find the code in a message and say why; without a text: JSON lines {"text","sender"?} in, {"code","service","confidence"} out, in order',
    'extract "Your WhatsApp code: 123-456" --sender WhatsApp',
  ).option("--sender <sender>", "who sent the message, if known");
  command.action(async (text: string | undefined, options: { sender?: string }) => {
    const recognize = createServiceRecognizer(readServices());
    if (text === undefined) return extractLines(recognize);
    cli.answer(explain(recognize, text, options.sender));
  });
}

function read(recognize: RecognizeService, message: ReadMessage, sender?: string): object {
  const found = findCode(message, { sender });
  const service = recognize(message, sender)[0]?.slug ?? null;
  return { code: found?.code ?? null, service, confidence: found?.confidence ?? 0 };
}

/** Standard input to standard output, as fast as the reader consumes it. */
async function extractLines(recognize: RecognizeService): Promise<void> {
  let number = 0;
  for await (const line of createInterface({
    input: Readable.from(decodeText(process.stdin)),
    crlfDelay: Infinity,
  })) {
    number++;
    if (line.trim() === "") continue;
    const { text, sender } = parseLine(line, number);
    const more = process.stdout.write(`${JSON.stringify(read(recognize, readMessage(text), sender))}\n`);
    if (!more) await once(process.stdout, "drain");
  }
}

function parseLine(line: string, number: number): { text: string; sender?: string } {
  const fault = invalid(
    "text",
    `Line ${number} is not a JSON object with a "text", such as {"text":"Your code is 1234"}.`,
  );
  let value: { text?: unknown; sender?: unknown } | null;
  try {
    value = JSON.parse(line) as typeof value;
  } catch {
    throw fault;
  }
  if (typeof value?.text !== "string") throw fault;
  return { text: value.text, sender: typeof value.sender === "string" ? value.sender : undefined };
}

function explain(recognize: RecognizeService, text: string, sender?: string): Output {
  const message = readMessage(text);
  const { found, threshold, candidates } = explainCode(message, { sender });
  const services = recognize(message, sender);
  const rows = candidates.flatMap(({ code, score, reasons }) => [
    { candidate: code, points: score.toFixed(1), why: "" },
    ...reasons.map((reason) => ({ candidate: "", points: reason.points.toFixed(1), why: reason.text })),
  ]);
  const named = services.map(({ name, confidence }) => `${name} (${confidence.toFixed(2)})`).join(", ");
  return {
    data: { ...read(recognize, message, sender), services, threshold, candidates },
    text: () =>
      [
        `code     ${found?.code ?? `none: no candidate has ${threshold} points`}`,
        `service  ${named || "none is named"}`,
        "",
        table(rows, [
          { title: "CANDIDATE", of: (row) => row.candidate },
          { title: "POINTS", of: (row) => row.points, align: "right" },
          { title: "WHY", of: (row) => row.why },
        ]),
      ].join("\n"),
  };
}
