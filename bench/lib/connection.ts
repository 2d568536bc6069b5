import { connect, type Socket } from "node:net";

export interface Answer {
  status: number;
  body: string;
}

/** Longer than any answer may be held back: a server that hangs must not hang the bench. */
const patienceMilliseconds = 90_000;

/** One keep-alive connection, one request at a time. */
export interface Connection {
  ask(request: string): Promise<Answer>;
  close(): void;
}

/**
 * Speaks just enough HTTP/1.1 for the servers measured here: answers with a Content-Length. The generator shares
 * the machine with what it measures, so it must cost as little as possible: no parser, no headers, no streams.
 */
export async function openConnection(port: number): Promise<Connection> {
  const socket = await open(port);
  socket.setEncoding("latin1"); // A character a byte, so that lengths are right.
  socket.setNoDelay(true);
  let received = "";
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;
  socket.on("data", (chunk: string) => {
    received += chunk;
    const answer = parse(received);
    if (!answer) return;
    received = "";
    waiting?.resolve(answer);
  });
  const fail = (error?: Error): void =>
    waiting?.reject(error ?? new Error("the server closed the connection"));
  socket.on("error", fail);
  socket.setTimeout(patienceMilliseconds, () => socket.destroy(new Error("no answer for 90 s")));
  socket.on("close", () => fail());
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request, "latin1");
      }),
    close: () => socket.destroy(),
  };
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => resolve(socket));
    socket.once("error", reject);
  });
}

/** The answer, once all of it is here. */
function parse(received: string): Answer | null {
  const end = received.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const length = /\r\ncontent-length: *(\d+)/i.exec(received)?.[1];
  if (length === undefined || Number(length) > received.length) {
    if (length === undefined) throw new Error(`an answer without Content-Length: ${received.slice(0, end)}`);
    return null;
  }
  const body = received.slice(end + 4);
  return body.length < Number(length) ? null : { status: Number(received.slice(9, 12)), body };
}

/** A request as it goes over the wire; texts must be ASCII. */
export function rawRequest(method: string, path: string, headers: Record<string, string>, body = ""): string {
  const all = {
    host: "127.0.0.1",
    ...headers,
    ...(body ? { "content-type": "application/json", "content-length": String(body.length) } : {}),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${body}`;
}
