import type { SourceKinds } from "../../domain/sources/kind.ts";

/** What the tool is handed by its composition root (src/cli.ts). */
export interface Tool {
  environment: Record<string, string | undefined>;
  sourceKinds: SourceKinds;
}

/** Who did it, in the audit log. */
export const actor = "operator";
