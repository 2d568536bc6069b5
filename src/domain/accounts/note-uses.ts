import type { Db } from "../../kit/db.ts";
import { noteKeyUses } from "./sql.ts";

export interface KeyUse {
  keyId: number;
  at: Date;
  ip: string;
}

export type KeyUses = ReturnType<typeof openKeyUses>;

/**
 * Collects when and from where keys were last used, and writes it at intervals: writing a row at every request would
 * cost more than the request. A crash loses a few seconds of it.
 */
export function openKeyUses(db: Db) {
  let latest = new Map<number, KeyUse>();
  return {
    note: (use: KeyUse): void => void latest.set(use.keyId, use),
    async flush(): Promise<void> {
      const uses = [...latest.values()];
      latest = new Map();
      if (uses.length > 0) await noteKeyUses(db, uses);
    },
  };
}
