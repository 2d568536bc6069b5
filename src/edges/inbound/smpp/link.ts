import { setTimeout as sleep } from "node:timers/promises";
import type { CountryCode } from "libphonenumber-js/min";
import type { LinkState } from "../../../domain/sources/links/link.ts";
import { Refusal } from "../../../kit/errors.ts";
import type { Clock } from "../../../kit/clock.ts";
import type { Logger } from "../../../kit/log.ts";
import { createNumberReader } from "../number.ts";
import type { InboundSms } from "../source-kind.ts";
import { connectTo } from "./connect.ts";
import { PduFault, statuses, type Pdu } from "./pdu.ts";
import { readMessage } from "./read-message.ts";
import { openSession, type Session, type SessionEnd, type SessionTimes } from "./session.ts";
import type { LinkSettings } from "./settings.ts";
import { isReport, readShortMessage } from "./short-message.ts";

export interface LinkTimes extends SessionTimes {
  connectSeconds: number;
  /** How long it waits after each failure in a row; the last counts for all that follow. */
  pauses: readonly number[];
  /** How long it waits once the carrier has refused the system id or every password, so that we are not locked out. */
  refusedPause: number;
  /** A session that was bound for so long was a good one: the pauses begin again. */
  goodSeconds: number;
}

export const linkTimes: LinkTimes = {
  connectSeconds: 10,
  bindSeconds: 30,
  idleSeconds: 30,
  answerSeconds: 10,
  unbindSeconds: 5,
  pauses: [1, 2, 5, 10, 30, 60],
  refusedPause: 300,
  goodSeconds: 60,
};

export interface LinkDeps {
  clock: Clock;
  log: Logger;
  /** Stores a message; resolves once it is committed. */
  take: (sourceId: number, sms: InboundSms) => Promise<void>;
  /** Notes for the operator what could not be read. */
  noteFault: (sourceId: number, fault: string) => void;
  times: LinkTimes;
  /** From 0 to below 1. */
  random: () => number;
}

export interface Link {
  state(): LinkState;
  /** Unbinds; resolves when the connection is gone. */
  close(): Promise<void>;
  /** Gone at once. */
  abort(): void;
}

/** The messages of a whole batch may wait for their commit; then the carrier waits. */
const window = 100;

/** Keeps a link to a carrier up until it is closed: connects, binds, takes messages, and starts again after a pause. */
export function openLink(sourceId: number, settings: LinkSettings, deps: LinkDeps): Link {
  const { clock, log, times } = deps;
  const stop = new AbortController();
  const state: LinkState = { boundSince: null, lastError: null, lastErrorAt: null };
  const deliver = createTaker(sourceId, settings, deps);
  const { passwords } = settings;
  let session: Session | null = null;
  let place = 0;

  async function holdSession(): Promise<SessionEnd> {
    try {
      const socket = await connectTo(settings, times.connectSeconds, stop.signal);
      const onBound = (): void => {
        state.boundSince = clock.now();
        log.info({ sourceId }, "a link is bound");
      };
      const binding = { ...settings, password: passwords[place] ?? "" };
      session = openSession(socket, binding, { deliver, onBound, times, window });
      return await session.ended;
    } catch (error) {
      return { why: (error as Error).message };
    } finally {
      session = null;
    }
  }

  function note({ why }: SessionEnd): void {
    Object.assign(state, { boundSince: null, lastError: why, lastErrorAt: clock.now() });
    log.warn({ sourceId, why }, "a link is down");
  }

  async function hold(): Promise<void> {
    let failures = 0;
    while (!stop.signal.aborted) {
      const began = performance.now();
      const end = await holdSession();
      if (stop.signal.aborted) break;
      const wasGood = state.boundSince !== null && performance.now() - began >= times.goodSeconds * 1000;
      note(end);
      failures = wasGood ? 0 : failures + 1;
      const isUnknown = end.bindStatus === statuses.password || end.bindStatus === statuses.systemId;
      if (isUnknown) place = (place + 1) % passwords.length;
      const isRefused = isUnknown && place === 0; // All passwords were tried.
      const seconds = isRefused ? times.refusedPause : pauseAfter(failures, times.pauses);
      await sleep(seconds * 1000 * (0.75 + deps.random() / 2), null, { signal: stop.signal }).catch(() => {});
    }
    state.boundSince = null;
  }

  const held = hold();
  return {
    state: () => ({ ...state }),
    async close() {
      stop.abort();
      session?.close();
      await held;
    },
    abort() {
      stop.abort();
      session?.abort("stopped");
    },
  };
}

const pauseAfter = (failures: number, pauses: readonly number[]): number =>
  pauses[Math.min(Math.max(failures, 1), pauses.length) - 1] ?? 0;

/**
 * Takes one PDU with a message; the status it resolves with is the answer: success only after the commit, a passing failure
 * if it cannot be stored, so that the carrier sends it again, and a lasting one if it cannot be read.
 */
function createTaker(sourceId: number, settings: LinkSettings, { log, take, noteFault }: LinkDeps) {
  const readNumber = createNumberReader(settings.defaultCountry as CountryCode | undefined);
  const reading = { ...settings, readNumber };

  function read(pdu: Pdu): InboundSms | number {
    try {
      const message = readShortMessage(pdu);
      return (isReport(message) ? null : readMessage(message, reading)) ?? statuses.ok;
    } catch (error) {
      if (!(error instanceof PduFault) && !(error instanceof Refusal)) throw error;
      log.warn({ sourceId, fault: error.message }, "a source sent what cannot be read");
      noteFault(sourceId, error.message);
      return error instanceof PduFault ? error.status : statuses.rejected;
    }
  }

  return async (pdu: Pdu): Promise<number> => {
    try {
      const sms = read(pdu);
      if (typeof sms === "number") return sms;
      await take(sourceId, sms);
      return statuses.ok;
    } catch (error) {
      log.error(
        { err: error as Error, sourceId },
        "a message could not be stored; the carrier sends it again",
      );
      return statuses.temporary;
    }
  };
}
