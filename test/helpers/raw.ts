import { connect } from "node:net";
import type { TestApp } from "./app.ts";
import { patienceSeconds } from "./until.ts";

export interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Writes raw bytes to the server and reads the answer until it closes the connection. */
export function speak(app: TestApp, bytes: string | Buffer): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(Number(new URL(app.url).port), "127.0.0.1", () => socket.write(bytes));
    socket.setTimeout(patienceSeconds * 1000, () =>
      socket.destroy(new Error(`no answer to ${String(bytes).slice(0, 100)}`)),
    );
    socket.on("data", (chunk) => (text += chunk));
    socket.on("error", reject);
    socket.on("close", () => resolve(parse(text)));
  });
}

function parse(text: string): RawAnswer {
  const [head = "", ...rest] = text.split("\r\n\r\n");
  const [first = "", ...lines] = head.split("\r\n");
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(":")).toLowerCase(),
      line.slice(line.indexOf(":") + 1).trim(),
    ]),
  );
  return { status: Number(first.split(" ")[1]), headers, body: rest.join("\r\n\r\n") };
}
