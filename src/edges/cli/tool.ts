/** What the tool is handed by its composition root (src/cli.ts). */
export interface Tool {
  environment: Record<string, string | undefined>;
  sourceKinds: ReadonlyMap<string, OfferedKind>;
}

/** What the tool needs of a kind of source (edges/inbound has them). */
export interface OfferedKind {
  /** One sentence for the operator. */
  describe(): string;
  /** Whole settings for a new source, a secret of its own among them; refuses what is wrong. */
  defaults(options: { auth?: string; secrets?: string[]; settings?: Record<string, unknown> }): object;
  /** What the source's other end must be told, shown once; null when it knows. */
  secretOf(settings: unknown): string | null;
}

/** Who did it, in the audit log. */
export const actor = "operator";
