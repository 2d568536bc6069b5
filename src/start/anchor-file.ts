import { join } from "node:path";
import type { Config } from "../config.ts";

/** Where the audit log's anchors are kept; null: nowhere but in the database. */
export function anchorFile(config: Pick<Config, "AUDIT_ANCHOR_FILE" | "DATA_DIR">): string | null {
  if (config.AUDIT_ANCHOR_FILE === "none") return null;
  return config.AUDIT_ANCHOR_FILE || join(config.DATA_DIR, "audit-anchors.jsonl");
}
