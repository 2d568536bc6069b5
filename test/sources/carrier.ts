import type { SourceOptions } from "../../src/edges/inbound/source-kind.ts";
import type { Source } from "../helpers/source.ts";

/** An SMS as a carrier has it. */
export interface CarrierSms {
  id: string;
  to: string;
  from: string;
  text: string;
  /** When the carrier took it in. */
  sentAt?: Date;
  part?: { reference: string; total: number; number: number };
  /** An MMS: so many pictures. */
  media?: number;
}

export interface CarrierCall {
  method?: "GET" | "POST";
  /** Behind the source's path. */
  query?: string;
  headers: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
}

/**
 * A carrier as the suite plays it: how it calls a source of a kind. A new kind of source is one more of these in
 * `carriers/`, and the whole suite tries it.
 */
export interface Carrier {
  /** The kind's name, and what is special of this way of using it. */
  kind: string;
  variant?: string;
  options: SourceOptions;
  /** PUBLIC_BASE_URL of the server, which some sign. */
  call(source: Source, sms: CarrierSms, publicUrl: string): CarrierCall;
  /** Any body, proved to be the carrier's. */
  raw(source: Source, body: string, publicUrl: string): CarrierCall;
  /** The same call by somebody who does not know the secret; null where the address is all that a source proves. */
  forge: ((call: CarrierCall) => CarrierCall) | null;
  /** What the carrier takes for success. */
  answer: { status: number; type: RegExp; body: string };
  /** What it tells of a message, besides the usual. */
  tells: { time: boolean; parts: boolean; media: boolean };
}
