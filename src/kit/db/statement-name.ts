import { createHash } from "node:crypto";

const names = new Map<string, string>();

/**
 * The name that a statement is prepared under: derived from its text alone, so that behind a pooler, where processes
 * share the database's connections, a name can never stand for another process's statement. PostgreSQL truncates
 * names at 63 bytes.
 */
export function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    // Statements are constants of the code, so there are few.
    name = `zapotp_${createHash("sha256").update(text).digest("base64url").slice(0, 22)}`;
    names.set(text, name);
  }
  return name;
}
