import type { IncomingHttpHeaders } from "node:http";
import type { IncomingSms } from "../../domain/messages/message.ts";
import type { OfferedKind } from "../../domain/sources/kind.ts";
import type { Refusal } from "../../kit/errors.ts";

/** A source's call as it came over the wire: signatures are checked on these bytes, before any parsing. */
export interface InboundRequest {
  method: "GET" | "POST";
  /** The URL that the source called: PUBLIC_BASE_URL and the raw request target. */
  url: string;
  /** The raw query string, after the `?`. */
  query: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** The IP address that it came from. */
  caller: string;
  at: Date;
}

export type InboundSms = Omit<IncomingSms, "sourceId">;

/** Why a line is down; null: it is up. */
export interface LineSign {
  line: string;
  fault: string | null;
}

/** The contents of a call: the messages that can be read, and what is wrong with each of the others. */
export interface Parsed {
  messages: InboundSms[];
  faults: Refusal[];
  /** What it says about lines: a phone is offline, or back. */
  signs?: LineSign[];
}

export interface SourceAnswer {
  status: number;
  contentType: string;
  body: string;
}

/** What every process remembers of a source's earlier calls. */
export interface SourceMemory {
  /** Whether it is the first message that comes with the nonce, or that message again. */
  isFirst(nonce: string, message: Buffer, at: Date): Promise<boolean>;
}

/** A source that is ready to serve, created once from its settings. */
export interface OpenSource {
  /** Whether calls from this IP address are taken at all; from every address if it is absent. */
  mayCall?(caller: string): boolean;
  authenticate(request: InboundRequest): boolean | Promise<boolean>;
  /** Does what an authenticated call asks for besides messages: confirms that the source may call here. */
  confirm?(request: InboundRequest): Promise<void>;
  /** The WWW-Authenticate header for unauthenticated callers; without one the answer is 403. */
  challenge?: string;
  /** Parses an authenticated call. Throws a Refusal if nothing in it can be read. */
  parse(request: InboundRequest): Parsed;
  /** The answer that the source accepts as success. */
  answer: SourceAnswer;
}

/** A protocol that sources use. Its settings are opaque to everything except the kind. */
export interface SourceKind extends OfferedKind {
  /** The settings with defaults applied. Throws a Refusal that names the wrong one, never its value. */
  validate(settings: unknown): object;
  open(settings: unknown, memory: SourceMemory): OpenSource;
}
