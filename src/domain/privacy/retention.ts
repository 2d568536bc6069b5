import { secondsAfter } from "../../kit/clock.ts";
import type { Deps } from "../deps.ts";
import { keptSeconds as keysKept } from "../idempotency/forget-keys.ts";
import { keptSeconds as lettersKept } from "../mail/forget-letters.ts";
import { rememberHours } from "../messages/parts/place.ts";
import { attemptsSeconds } from "../sessions/forget-ended.ts";
import { keptSeconds as noncesKept } from "../sources/forget-nonces.ts";
import { idleSeconds, longestSeconds } from "../sessions/session.ts";
import { listDue, type DueKind } from "./queries.ts";

const daySeconds = 86_400;

export interface RetentionSettings {
  messageRetentionDays: number;
  eventRetentionDays: number;
  quarantineDays: number;
  evidenceRetentionDays: number;
  caseRetentionDays: number;
}

/** What is only kept for a time. */
export interface Rule {
  kind: DueKind;
  what: string;
  /** Counted from when it came, or was last used; 0: its own end says when it goes. */
  keptSeconds: number;
  /** What the time depends on, for people. */
  rule: string;
}

const days = (count: number): string => (count === 1 ? "1 day" : `${count} days`);

/** Everything that the job "clean up" erases, and after which time. */
export const retentionRules = (settings: RetentionSettings): Rule[] => [
  {
    kind: "texts",
    what: "texts of messages and their codes",
    keptSeconds: settings.messageRetentionDays * daySeconds,
    rule: `${days(settings.messageRetentionDays)} (MESSAGE_RETENTION_DAYS)`,
  },
  {
    kind: "parts",
    what: "parts of long messages",
    keptSeconds: rememberHours * 3600,
    rule: `${rememberHours} hours`,
  },
  {
    kind: "events",
    what: "events of wallets: what happened to which order",
    keptSeconds: settings.eventRetentionDays * daySeconds,
    rule: `${days(settings.eventRetentionDays)} (EVENT_RETENTION_DAYS)`,
  },
  {
    kind: "evidence",
    what: "documents that show who customers are, and what they wrote with them",
    keptSeconds: settings.evidenceRetentionDays * daySeconds,
    rule: `${days(settings.evidenceRetentionDays)} after the decision (EVIDENCE_DAYS)`,
  },
  {
    kind: "idempotency keys",
    what: "Idempotency-Keys and the answers to repeat",
    keptSeconds: keysKept,
    rule: days(keysKept / daySeconds),
  },
  {
    kind: "uses",
    what: "which account saw codes for which services on a number",
    keptSeconds: settings.quarantineDays * daySeconds,
    rule: `${days(settings.quarantineDays)} after the last code (QUARANTINE_DAYS), or while the number rests`,
  },
  {
    kind: "sessions",
    what: "sessions, with IP address and browser, and their push subscriptions",
    keptSeconds: idleSeconds,
    rule: `${idleSeconds / 3600} hours unused, 30 days at most`,
  },
  {
    kind: "attempts",
    what: "counted attempts to sign in and to send letters, without addresses",
    keptSeconds: attemptsSeconds,
    rule: days(attemptsSeconds / daySeconds),
  },
  {
    kind: "links",
    what: "mailed links and invitations that nobody used, with their e-mail address",
    keptSeconds: 0,
    rule: "until they expire: an hour to 7 days",
  },
  { kind: "challenges", what: "challenges for passkeys", keptSeconds: 0, rule: "until they expire: minutes" },
  {
    kind: "letters",
    what: "letters in the outbox, with their e-mail address",
    keptSeconds: lettersKept,
    rule: days(lettersKept / daySeconds),
  },
  {
    kind: "limit counts",
    what: "counts of limits, some of an address group",
    keptSeconds: 0,
    rule: "until they start again: a day at most",
  },
  {
    kind: "nonces",
    what: "digests of calls of carriers, so that none is taken twice",
    keptSeconds: noncesKept,
    rule: days(noncesKept / daySeconds),
  },
  {
    kind: "address groups",
    what: "rents of an address group over all accounts",
    keptSeconds: daySeconds,
    rule: "1 day after the last rent",
  },
  {
    kind: "cases",
    what: "what reports of abuse and requests of authorities say about people",
    keptSeconds: settings.caseRetentionDays * daySeconds,
    rule: `${days(settings.caseRetentionDays)} after the decision (CASE_RETENTION_DAYS), later if an appeal or a notice waits`,
  },
];

export interface Retained extends Rule {
  /** How many are due within a day, counted up to a limit. */
  due: number;
  isMore: boolean;
  /** When the first of them is due; in the past: at the next turn of the job. Null: nothing within a day. */
  firstDueAt: Date | null;
}

/** Each rule, with what it will erase within a day. */
export async function readRetention(
  { db, clock }: Pick<Deps, "db" | "clock">,
  settings: RetentionSettings,
): Promise<Retained[]> {
  const rules = retentionRules(settings);
  const soon = secondsAfter(clock.now(), daySeconds);
  const cutoffs = Object.fromEntries(
    rules.map(({ kind, keptSeconds }) => [kind, secondsAfter(soon, -keptSeconds)]),
  ) as Record<DueKind, Date>;
  const more = {
    usesSeconds: settings.quarantineDays * daySeconds,
    extraSessionSeconds: longestSeconds - idleSeconds,
    casesSeconds: settings.caseRetentionDays * daySeconds,
  };
  const found = new Map((await listDue(db, cutoffs, more)).map((row) => [row.kind, row]));
  return rules.map((rule) => {
    const { due = 0, isMore = false, oldestAt = null } = found.get(rule.kind) ?? {};
    return { ...rule, due, isMore, firstDueAt: oldestAt && secondsAfter(oldestAt, rule.keptSeconds) };
  });
}
