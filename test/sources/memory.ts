import type { SourceMemory } from "../../src/edges/inbound/source-kind.ts";

/** For sources outside a server: every call counts as the first. */
export const noMemory: SourceMemory = { isFirst: async () => true };
