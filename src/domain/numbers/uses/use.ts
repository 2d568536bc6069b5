/** The account known to have used a number for a family of services: it saw a message about one of them. */
export interface Use {
  familyId: number;
  /** Whoever did last. */
  accountId: number;
  usedAt: number;
  /** When somebody else last did; null if nobody did. All times in milliseconds since 1970. */
  othersUsedAt: number | null;
}

/** Whether anybody but this account used the number for the family after that time. Exact for every account. */
export function wasUsedByOthers(use: Use, accountId: number, since: Date): boolean {
  const at = use.accountId === accountId ? use.othersUsedAt : use.usedAt;
  return at !== null && at > since.getTime();
}

/** A use combined with a further one; `recordUses` in sql.ts does the same. */
export function usedAgain(before: Use | undefined, next: Omit<Use, "othersUsedAt">): Use {
  const { familyId, accountId } = next;
  const usedAt = Math.max(next.usedAt, before?.usedAt ?? 0);
  const isSame = before?.accountId === accountId;
  return {
    familyId,
    accountId,
    usedAt,
    othersUsedAt: (isSame ? before.othersUsedAt : before?.usedAt) ?? null,
  };
}

/** A use as it is stored. */
export interface NewUse {
  number: string;
  familyId: number;
  accountId: number;
  /** The number rests for the family at least until then. */
  restsUntil: Date | null;
}
