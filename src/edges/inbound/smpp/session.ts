import type { Socket } from "node:net";
import { describeError } from "./connect.ts";
import { writeText } from "./fields.ts";
import { createFrameReader } from "./frames.ts";
import {
  answerTo,
  commands,
  describeStatus,
  isAnswer,
  PduFault,
  readPdu,
  statuses,
  writePdu,
  type Pdu,
} from "./pdu.ts";
import type { binds } from "./settings.ts";

/** Who binds, and as what (SMPP 3.4, 4.1). */
export interface Binding {
  bind: (typeof binds)[number];
  systemId: string;
  password: string;
  systemType?: string;
  addressRange?: string;
}

export interface SessionTimes {
  bindSeconds: number;
  /** After so long without a word the other side is asked whether it is there, */
  idleSeconds: number;
  /** and has so long to answer. */
  answerSeconds: number;
  unbindSeconds: number;
}

export interface SessionDeps {
  /** Takes a message; resolves with the status to answer, and never rejects. */
  deliver: (pdu: Pdu) => Promise<number>;
  onBound: () => void;
  times: SessionTimes;
  /** How many messages may be unanswered before no more are read. */
  window: number;
}

export interface SessionEnd {
  why: string;
  /** With which status the bind was refused. */
  bindStatus?: number;
}

export interface Session {
  ended: Promise<SessionEnd>;
  /** Unbinds, and ends once everything is answered, or in a few seconds. */
  close(): void;
  /** Ends at once: another process may bind. */
  abort(why: string): void;
}

/** Binds on a connection that has just opened, and takes messages until it ends, for whatever reason. */
export function openSession(socket: Socket, binding: Binding, deps: SessionDeps): Session {
  const { deliver, onBound, times, window } = deps;
  const { promise: ended, resolve } = Promise.withResolvers<SessionEnd>();
  const bindCommand = binding.bind === "receiver" ? commands.bindReceiver : commands.bindTransceiver;
  const readFrames = createFrameReader();
  const waiting: Buffer[] = [];
  let state: "binding" | "bound" | "unbinding" | "ended" = "binding";
  let unanswered = 0;
  let sequence = 0;
  let isAsked = false;
  let alarm: NodeJS.Timeout | undefined;
  let onAnswered = (): void => {};

  function end(why: string, bindStatus?: number): void {
    if (state === "ended") return;
    state = "ended";
    clearTimeout(alarm);
    waiting.length = 0;
    socket.destroySoon(); // What was written still leaves,
    setTimeout(() => socket.destroy(), 1000).unref(); // but nobody waits long for it.
    resolve({ why, ...(bindStatus !== undefined && { bindStatus }) });
  }

  function wake(seconds: number, act: () => void): void {
    clearTimeout(alarm);
    alarm = setTimeout(act, seconds * 1000);
  }

  function send(command: number, body: Buffer): void {
    socket.write(writePdu({ command, status: statuses.ok, sequence: ++sequence, body }));
  }
  function answer(pdu: Pdu, status: number, body: Buffer = Buffer.alloc(0)): void {
    if (state !== "ended")
      socket.write(writePdu({ command: answerTo(pdu.command), status, sequence: pdu.sequence, body }));
  }
  function refuse(status: number, of: number): void {
    socket.write(writePdu({ command: commands.genericNack, status, sequence: of, body: Buffer.alloc(0) }));
  }

  /** Asks after a silence whether the other side is there. While we are behind ourselves, its answer may be unread. */
  function watch(): void {
    isAsked = false;
    wake(times.idleSeconds, () => {
      isAsked = true;
      send(commands.enquireLink, Buffer.alloc(0));
      wake(times.answerSeconds, () => {
        if (waiting.length > 0 || unanswered >= window) watch();
        else end(`enquire_link was not answered within ${times.answerSeconds} s`);
      });
    });
  }

  function bound({ status }: Pdu): void {
    if (state !== "binding") return;
    if (status !== statuses.ok) return end(`the bind was refused: ${describeStatus(status)}`, status);
    state = "bound";
    onBound();
    watch();
  }

  async function take(pdu: Pdu): Promise<void> {
    if (state === "binding") return answer(pdu, statuses.bindState, noMessageId);
    if (state === "unbinding") return answer(pdu, statuses.temporary, noMessageId);
    unanswered++;
    answer(pdu, await deliver(pdu), noMessageId);
    unanswered--;
    if (unanswered === 0) onAnswered();
    drain();
  }

  /** Takes no more, and once everything that was taken is answered, says so. */
  function unbind(why: string, say: () => void): void {
    if (state === "ended") return;
    state = "unbinding";
    wake(times.unbindSeconds, () => end(why));
    onAnswered = say;
    if (unanswered === 0) say();
  }

  function handle(pdu: Pdu): void {
    switch (pdu.command) {
      case answerTo(bindCommand):
        return bound(pdu);
      case commands.deliverSm:
      case commands.dataSm:
        return void take(pdu);
      case commands.enquireLink:
        return answer(pdu, statuses.ok);
      case commands.unbind:
        return unbind("the carrier unbound", () => {
          answer(pdu, statuses.ok);
          end("the carrier unbound");
        });
      case answerTo(commands.unbind):
        return end("unbound");
      case commands.genericNack:
        if (state === "binding") end(`the bind was refused: ${describeStatus(pdu.status)}`, pdu.status);
        return;
      case commands.alertNotification:
        return; // Has no answer.
      default:
        if (!isAnswer(pdu.command)) refuse(statuses.commandId, pdu.sequence);
    }
  }

  /** Handles what has been read, as far as the window allows; until then the connection is not read further. */
  function drain(): void {
    while (state !== "ended" && unanswered < window) {
      const frame = waiting.shift();
      if (!frame) break;
      handle(readPdu(frame));
    }
    if (waiting.length > 0) socket.pause();
    else socket.resume();
  }

  socket.on("data", (chunk: Buffer) => {
    if (state === "ended") return;
    try {
      for (const frame of readFrames(chunk)) waiting.push(frame);
    } catch (error) {
      if (!(error instanceof PduFault)) throw error;
      drain();
      refuse(error.status, 0);
      return end(error.message);
    }
    // Whatever comes, the other side is there; but a question stays one until it is answered.
    if (state === "bound" && !(isAsked && !waiting.some(isAnswerToUs))) watch();
    drain();
  });
  socket.on("error", (error) => end(describeError(error)));
  socket.on("close", () => end("the carrier closed the connection"));

  wake(times.bindSeconds, () => end(`the bind was not answered within ${times.bindSeconds} s`));
  send(bindCommand, bindBody(binding));

  return {
    ended,
    close() {
      if (state === "unbinding") return;
      if (state !== "bound") return end("stopped");
      unbind("unbound", () => send(commands.unbind, Buffer.alloc(0)));
    },
    abort: end,
  };
}

/** deliver_sm_resp has a message id, which is always empty (SMPP 3.4, 4.6.2). */
const noMessageId = writeText("");

/** Of enquire_link; some centres do not know it, and say so. */
function isAnswerToUs(frame: Buffer): boolean {
  const { command } = readPdu(frame);
  return command === answerTo(commands.enquireLink) || command === commands.genericNack;
}

const version34 = 0x34;

function bindBody({ systemId, password, systemType = "", addressRange = "" }: Binding): Buffer {
  const [anyTon, anyNpi] = [0, 0];
  return Buffer.concat([
    ...[systemId, password, systemType].map(writeText),
    Buffer.from([version34, anyTon, anyNpi]),
    writeText(addressRange),
  ]);
}
