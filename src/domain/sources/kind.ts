/** What the operator's screens and tools need of a kind of source; the kinds themselves are at the edge. */
export interface OfferedKind {
  /** One sentence for the operator. */
  describe(): string;
  /** Whole settings for a new source, a secret of its own among them; refuses what is wrong. */
  defaults(options: { auth?: string; secrets?: string[]; settings?: Record<string, unknown> }): object;
  /** The same settings with a new secret; as they are where the carrier makes it. */
  renew(settings: unknown): object;
  /** What the source's other end must be told, shown once; null when it knows. */
  secretOf(settings: unknown): string | null;
}

export type SourceKinds = ReadonlyMap<string, OfferedKind>;
