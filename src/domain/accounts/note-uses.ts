import type { Db } from "../../kit/db.ts";
import { noteKeyUses } from "./sql.ts";

/**
 * Remembers when and from where keys were last used, and writes it down now and then: a row written at every request
 * would cost more than the request. What a crash loses is some seconds of it.
 */
export function noteUses(db: Db): {
  note: (use: { keyId: number; at: Date; ip: string }) => void;
  flush: () => Promise<void>;
} {
  let latest = new Map<number, { keyId: number; at: Date; ip: string }>();
  return {
    note: (use) => latest.set(use.keyId, use),
    async flush() {
      const uses = [...latest.values()];
      latest = new Map();
      if (uses.length > 0) await noteKeyUses(db, uses);
    },
  };
}
