import type { SourceKinds } from "../../domain/sources/kind.ts";

/** What the composition root (src/cli.ts) passes to the tool. */
export interface Tool {
  environment: Record<string, string | undefined>;
  sourceKinds: SourceKinds;
}
