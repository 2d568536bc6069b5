import { appendFile, mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Config } from "../config.ts";
import { readAnchors, writeAnchor } from "../domain/audit/chain/anchor.ts";
import type { Anchor } from "../domain/audit/chain/queries.ts";

/** Where the audit log's anchors are kept; null: nowhere but in the database. */
export function anchorFile(config: Pick<Config, "AUDIT_ANCHOR_FILE" | "DATA_DIR">): string | null {
  if (config.AUDIT_ANCHOR_FILE === "none") return null;
  return config.AUDIT_ANCHOR_FILE || join(config.DATA_DIR, "audit-anchors.jsonl");
}

/**
 * Appends the anchors of days that the file lacks. What is in it is never changed, so a log that is rewritten later
 * does not match it.
 */
export async function keepAnchors(path: string, anchors: readonly Anchor[]): Promise<void> {
  const last = (await readAnchorFile(path)).at(-1)?.day ?? "";
  const lines = anchors.filter(({ day }) => day > last).map((anchor) => `${writeAnchor(anchor)}\n`);
  if (lines.length === 0) return;
  await mkdir(dirname(path), { recursive: true });
  await appendFile(path, lines.join(""), { mode: 0o600 });
}

/** The anchors of a file; none if there is no file. */
export async function readAnchorFile(path: string): Promise<Anchor[]> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return readAnchors(text);
}
