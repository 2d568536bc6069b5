import type { IncomingHttpHeaders } from "node:http";
import type { IncomingSms } from "../../domain/messages/message.ts";
import type { OfferedKind } from "../../domain/sources/kind.ts";
import type { Refusal } from "../../kit/errors.ts";

/** A source's call as it came over the wire: signatures are checked on these bytes, parsing comes after. */
export interface InboundRequest {
  method: "GET" | "POST";
  /** The address that the source called: PUBLIC_BASE_URL and the raw request target. */
  url: string;
  /** The raw query string, after the `?`. */
  query: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
  at: Date;
}

export type InboundSms = Omit<IncomingSms, "sourceId">;

/** What a call holds: the messages that can be read, and what is wrong with each that cannot. */
export interface Parsed {
  messages: InboundSms[];
  faults: Refusal[];
}

export interface SourceAnswer {
  status: number;
  contentType: string;
  body: string;
}

/** A source ready to serve, made once from its settings. */
export interface OpenSource {
  authenticate(request: InboundRequest): boolean;
  /** What WWW-Authenticate asks of a caller that was not let in; without one the answer is 403. */
  challenge?: string;
  /** Reads what was authenticated. Throws a Refusal when nothing of it can be read. */
  parse(request: InboundRequest): Parsed;
  /** What the source takes for success. */
  answer: SourceAnswer;
}

/** What an operator may say when a source is made; everything else has a default. */
export interface SourceOptions {
  /** generic: header (the default), basic, hmac, or none. The secret of it is made here. */
  auth?: string;
  /** The carrier's own secrets: auth tokens of Twilio, signing keys of SignalWire. */
  secrets?: string[];
  /** Settings by name, over the defaults. */
  settings?: Record<string, unknown>;
}

/** One way in which sources speak. The settings are the kind's own; only the kind looks into them. */
export interface SourceKind extends OfferedKind {
  /** The settings with defaults filled in. Throws a Refusal that names the wrong one, never its value. */
  validate(settings: unknown): object;
  open(settings: unknown): OpenSource;
}
