import type { SourceOptions } from "../../src/domain/sources/kind.ts";
import type { TestApp } from "../helpers/app.ts";
import type { Source } from "../helpers/source.ts";

/** An SMS as a carrier sees it. */
export interface CarrierSms {
  id: string;
  to: string;
  from: string;
  text: string;
  /** When the carrier accepted it. */
  sentAt?: Date;
  part?: { reference: string; total: number; number: number };
  /** Bytes instead of a text. */
  binary?: Buffer;
  /** The user data header of a binary one, in hex. */
  udh?: string;
  /** An MMS: the number of pictures. With an empty text its field is left out, as carriers do. */
  media?: number;
}

/** What a carrier's signature may depend on. */
export interface Scene {
  /** PUBLIC_BASE_URL of the server. */
  publicUrl: string;
  /** The server's time. */
  now: Date;
}

export interface CarrierCall {
  method?: "GET" | "POST";
  /** Appended to the source's path. */
  query?: string;
  headers: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
}

/**
 * A carrier as the suite simulates it: how it calls a source of a kind. A new kind of source adds another one in
 * `carriers/`, and the whole suite tests it.
 */
export interface Carrier {
  /** The kind's name, and what is special about this way of using it. */
  kind: string;
  variant?: string;
  options: SourceOptions;
  call(source: Source, sms: CarrierSms, scene: Scene): CarrierCall;
  /** Any body, authenticated as the carrier's. */
  raw(source: Source, body: string, scene: Scene): CarrierCall;
  /** Calls to the same address that are no incoming SMS: delivery reports, events. Null if there are none. */
  others: ((source: Source, scene: Scene) => CarrierCall[]) | null;
  /** For how many seconds a signed call may be repeated; null if the carrier signs no time. */
  freshSeconds: number | null;
  /** The same call by somebody who does not know the secret; null if only the address authenticates. */
  forge: ((call: CarrierCall) => CarrierCall) | null;
  /** The answer that the carrier accepts as success. */
  answer: { status: number; type: RegExp; body: string };
  /** Fields of a message that it sends besides the usual ones. */
  tells: { time: boolean; parts: boolean; media: boolean; binary: boolean };
  /** How a call reaches the server, if not by HTTP; the answer in terms of HTTP. */
  deliver?(app: TestApp, source: Source, call: CarrierCall): Promise<Response>;
  /** Its messages have neither an id nor a time: what comes again after a minute is another one. */
  isNameless?: boolean;
  /** Its format cannot hold half a character, so it cuts long messages between characters. */
  cutsBetween?: boolean;
  /** It names the line that a message came in on, and no recipient. */
  namesLines?: boolean;
}
