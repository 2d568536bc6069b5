/**
 * One thing that an operator may set when a source is made. The options of the operator's tool and the form on the
 * screen are made from the same list, which the kind keeps.
 */
export interface KindOption {
  /** `auth`, `secrets`, or one of the kind's settings by its path, such as `fields.to`. */
  name: string;
  label: string;
  /** One sentence: what it is, and what applies if it is left out. */
  help: string;
  /** `secrets`: what the carrier signs with, one or several; `numbers`: phone numbers by the names of lines. */
  type: "text" | "choice" | "country" | "secrets" | "numbers";
  /** Of a choice; of a country the codes. */
  choices?: readonly string[];
  /** What applies if nothing is set. */
  default?: string;
  required?: boolean;
  /** Seldom needed: on the screen it is behind "More settings". */
  seldom?: boolean;
}

/** What an operator is told about a new source: what to set at its other end, and how to try it. */
export interface SourceGuide {
  steps: string[];
  /** A command that sends a message as the source would; null where only the carrier can sign one. */
  curl: string | null;
}

/** What the operator's screens and tools need of a kind of source; the kinds themselves are at the edge. */
export interface OfferedKind {
  /** One sentence for the operator. */
  describe(): string;
  options: readonly KindOption[];
  /** Whole settings for a new source, a secret of its own among them; refuses what is wrong. */
  defaults(options: { auth?: string; secrets?: string[]; settings?: Record<string, unknown> }): object;
  /** The same settings with a new secret; as they are where the carrier makes it. */
  renew(settings: unknown): object;
  /** What the source's other end must be told, shown once; null when it knows. */
  secretOf(settings: unknown): string | null;
  guide(url: string, settings: unknown): SourceGuide;
}

export type SourceKinds = ReadonlyMap<string, OfferedKind>;
