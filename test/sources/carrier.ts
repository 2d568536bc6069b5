import type { SourceOptions } from "../../src/domain/sources/kind.ts";
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
  /** An MMS: the number of pictures. */
  media?: number;
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
  /** PUBLIC_BASE_URL of the server, which some carriers sign. */
  call(source: Source, sms: CarrierSms, publicUrl: string): CarrierCall;
  /** Any body, authenticated as the carrier's. */
  raw(source: Source, body: string, publicUrl: string): CarrierCall;
  /** The same call by somebody who does not know the secret; null if only the address authenticates. */
  forge: ((call: CarrierCall) => CarrierCall) | null;
  /** The answer that the carrier accepts as success. */
  answer: { status: number; type: RegExp; body: string };
  /** Fields of a message that it sends besides the usual ones. */
  tells: { time: boolean; parts: boolean; media: boolean };
}
