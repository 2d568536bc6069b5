import { connect, type Socket } from "node:net";

export interface Answer {
  status: number;
  body: string;
}

/** Longer than any answer may be held open: a server that hangs must not hang the bench. */
const patienceMilliseconds = 90_000;

/** One keep-alive connection, one request at a time. */
export interface Connection {
  ask(request: string): Promise<Answer>;
  close(): void;
}

/** An incomplete answer. */
interface Partial {
  status: number;
  missing: number;
  body: string;
}

/**
 * All connections read into the same buffer: each read is processed before the next one. The load generator shares
 * the machine with what it measures, so it must cost as little as possible.
 */
const memory = Buffer.allocUnsafeSlow(256 * 1024);
const longestHead = 2048;

/** Supports just enough HTTP/1.1 for the servers measured here: answers with a Content-Length. */
export async function openConnection(port: number): Promise<Connection> {
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;
  let partial: Partial | undefined;
  const socket = await open(port, (bytes) => {
    partial = partial ? goOn(partial, bytes) : begin(bytes);
    if (partial.missing > 0) return;
    const { status, body } = partial;
    partial = undefined;
    waiting?.resolve({ status, body });
  });
  socket.setNoDelay(true);
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
    // Without a FIN: otherwise thousands of ports would stay in TIME_WAIT for a minute.
    close: () => socket.resetAndDestroy(),
  };
}

/** A connection that passes on its bytes as they arrive; the next read overwrites them. */
export function open(port: number, read: (bytes: Buffer) => void): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const onread = {
      buffer: memory,
      callback: (length: number): boolean => {
        read(memory.subarray(0, length));
        return true;
      },
    };
    const socket = connect({ port, host: "127.0.0.1", onread }, () => resolve(socket));
    socket.once("error", reject);
  });
}

const lengthHeader = "\r\ncontent-length: ";

/**
 * Parses the head, which arrives in one piece from the servers measured here. One character per byte, so lengths are
 * right.
 */
function begin(bytes: Buffer): Partial {
  const head = bytes.toString("latin1", 0, longestHead);
  const end = head.indexOf("\r\n\r\n");
  const place = head.indexOf(lengthHeader);
  if (end < 0 || place < 0 || place > end)
    throw new Error(`an answer without Content-Length: ${head.slice(0, 200)}`);
  const length = Number.parseInt(head.slice(place + lengthHeader.length), 10);
  const body = bytes.length <= longestHead ? head.slice(end + 4) : bytes.toString("latin1", end + 4);
  return { status: Number(head.slice(9, 12)), missing: length - body.length, body };
}

function goOn({ status, missing, body }: Partial, bytes: Buffer): Partial {
  return { status, missing: missing - bytes.length, body: body + bytes.toString("latin1") };
}

/** A request as sent over the wire; texts must be ASCII. */
export function rawRequest(method: string, path: string, headers: Record<string, string>, body = ""): string {
  const all = {
    host: "127.0.0.1",
    ...headers,
    ...(body ? { "content-type": "application/json", "content-length": String(body.length) } : {}),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${body}`;
}
