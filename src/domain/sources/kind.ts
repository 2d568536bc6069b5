/**
 * One thing that an operator may set for a new source. The options of the operator's tool and the form on the screen
 * are generated from the same list, which the kind provides.
 */
export interface KindOption {
  /** `auth`, `secrets`, or one of the kind's settings by its path, such as `fields.to`. */
  name: string;
  label: string;
  /** One sentence: what it is, and what applies if it is left out. */
  help: string;
  /** `secrets`: the carrier's signing secrets, one or several; `numbers`: phone numbers by the names of lines. */
  type: "text" | "number" | "choice" | "country" | "secrets" | "numbers";
  /** The values of a choice; for a country its codes. */
  choices?: readonly string[];
  /** What applies if nothing is set. */
  default?: string;
  required?: boolean;
  /** A value to show in examples, of an option that is required. */
  example?: string;
  /** Rarely needed: on the screen it is under "More settings". */
  seldom?: boolean;
}

/** What an operator may choose when creating a source; everything else has a default. */
export interface SourceOptions {
  /** generic: header (the default), basic, hmac, or none. Its secret is generated here. */
  auth?: string;
  /** The carrier's own secrets or public keys: auth tokens of Twilio, signing keys of SignalWire. */
  secrets?: string[];
  /** Settings by name, which override the defaults. */
  settings?: Record<string, unknown>;
}

/** What an operator learns about a new source: what to configure at its other end, and how to test it. */
export interface SourceGuide {
  steps: string[];
  /** A command that sends a message as the source would; null if only the carrier can sign one. */
  curl: string | null;
}

/**
 * What the operator's screens and tools need to know about a kind of source; the kinds themselves are in the edge.
 */
export interface OfferedKind {
  /** One sentence for the operator. */
  describe(): string;
  options: readonly KindOption[];
  /** Complete settings for a new source, including a new secret; refuses invalid ones. */
  defaults(options: SourceOptions): object;
  /** The same settings with a new secret; unchanged if the carrier issues the secret. */
  renew(settings: unknown): object;
  /** What the source's other end must be given, shown once; null if it already has it. */
  secretOf(settings: unknown): string | null;
  /** Whether whoever knows the address may send: the source neither signs its calls nor shows a secret. */
  isOpen(settings: unknown): boolean;
  guide(url: string, settings: unknown): SourceGuide;
  /** For a link, the address that we connect to; absent if the source calls us. */
  addressOf?(settings: unknown): string;
}

export type SourceKinds = ReadonlyMap<string, OfferedKind>;
