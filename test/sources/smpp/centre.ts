import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { createFrameReader } from "../../../src/edges/inbound/smpp/frames.ts";
import {
  answerTo,
  commands,
  isAnswer,
  readPdu,
  writePdu,
  type Pdu,
} from "../../../src/edges/inbound/smpp/pdu.ts";
import { until } from "../../helpers/until.ts";

/** A connection that a link has bound. */
export interface Bound {
  command: number;
  systemId: string;
  password: string;
  /** Everything that came over it. */
  received: Pdu[];
  isOpen(): boolean;
  /** Sends a request and resolves with its answer, or with null if the connection ends without one. */
  ask(command: number, body: Buffer): Promise<Pdu | null>;
  /** Sends a request, and waits for nothing. */
  tell(command: number, body: Buffer): number;
  /** Sends bytes that may be no PDU. */
  write(bytes: Buffer): void;
  end(): void;
}

export interface Centre {
  port: number;
  /** Every bind, those that were refused among them. */
  binds: Bound[];
  /** The open connection that this name has bound; waits for it. */
  bound(systemId: string): Promise<Bound>;
  /** The status that a bind is answered with; null: it is not answered. */
  answerBind: (bind: Bound) => number | null;
  answersEnquiries: boolean;
  stop(): Promise<void>;
}

/** A message centre that links can bind to, whose every byte a test decides. */
export async function startCentre(tls?: { key: string; cert: string }): Promise<Centre> {
  const sockets = new Set<Socket>();
  const serve = (socket: Socket): void => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    hear(centre, socket);
  };
  const server: Server = tls ? createTlsServer(tls, serve) : createServer(serve);
  server.on("tlsClientError", () => {});
  await once(server.listen(0, "127.0.0.1"), "listening");
  const centre: Centre = {
    port: (server.address() as AddressInfo).port,
    binds: [],
    answersEnquiries: true,
    answerBind: () => 0,
    async bound(systemId) {
      const find = (): Bound | undefined =>
        centre.binds.findLast((bind) => bind.systemId === systemId && bind.isOpen());
      return (await until(
        async () => find(),
        (bind) => bind !== undefined,
      )) as Bound;
    },
    async stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
      if (server.listening) await once(server, "close");
    },
  };
  return centre;
}

function hear(centre: Centre, socket: Socket): void {
  const readFrames = createFrameReader();
  const waiting = new Map<number, (answer: Pdu | null) => void>();
  const received: Pdu[] = [];
  let sequence = 0;
  let isBound = false;
  const reply = (pdu: Pdu, status: number, body = ""): void =>
    void socket.write(
      writePdu({ command: answerTo(pdu.command), status, sequence: pdu.sequence, body: Buffer.from(body) }),
    );

  function bind(pdu: Pdu): void {
    const [systemId = "", password = ""] = pdu.body.toString("latin1").split("\0");
    const tell = (command: number, body: Buffer): number => {
      socket.write(writePdu({ command, status: 0, sequence: ++sequence, body }));
      return sequence;
    };
    const one: Bound = {
      command: pdu.command,
      systemId,
      password,
      received,
      isOpen: () => isBound && !socket.destroyed && !socket.readableEnded,
      tell,
      ask(command, body) {
        const { promise, resolve } = Promise.withResolvers<Pdu | null>();
        waiting.set(tell(command, body), resolve);
        return promise;
      },
      write: (bytes) => void socket.write(bytes),
      end: () => void socket.end(),
    };
    centre.binds.push(one);
    const status = centre.answerBind(one);
    isBound = status === 0;
    if (status !== null) reply(pdu, status, status === 0 ? "centre\0" : "");
  }

  socket.once("close", () => waiting.forEach((resolve) => resolve(null)));
  socket.on("data", (chunk: Buffer) => {
    for (const frame of readFrames(chunk)) {
      const pdu = readPdu(frame);
      received.push(pdu);
      if (isAnswer(pdu.command)) waiting.get(pdu.sequence)?.(pdu);
      else if (pdu.command === commands.bindReceiver || pdu.command === commands.bindTransceiver) bind(pdu);
      else if (pdu.command === commands.enquireLink) {
        if (centre.answersEnquiries) reply(pdu, 0);
      } else if (pdu.command === commands.unbind) {
        reply(pdu, 0);
        socket.end();
      }
    }
  });
}
