import { Type, type Static } from "typebox";
import { letterStates } from "../../../../domain/mail/queries.ts";
import { count, id, nullable, oneOf, shape, text, textOrNull, time, timeOrNull } from "../shapes.ts";

const jobFields = {
  name: text,
  every_seconds: Type.Number(),
  last_run_at: timeOrNull,
  ok: nullable(Type.Boolean()),
  last_milliseconds: nullable(Type.Integer()),
  turns: count,
  failures: count,
};
export const job = shape(jobFields);
export type Job = Static<typeof job>;

export const ranJob = shape({ ...jobFields, went_well: Type.Boolean() });
export type RanJob = Static<typeof ranJob>;

export const auditEntry = shape({
  id,
  at: time,
  actor: text,
  ip: textOrNull,
  action: text,
  subject: text,
  /** The name of the account, member, pool, … that the subject is. */
  subject_name: textOrNull,
  detail: Type.Record(Type.String(), Type.Unknown()),
});
export type AuditEntry = Static<typeof auditEntry>;

export const letter = shape({
  id,
  created_at: time,
  to: text,
  subject: text,
  text: textOrNull,
  /** void: its link was used, replaced or has expired. */
  state: oneOf(letterStates),
  sent_at: timeOrNull,
  error: textOrNull,
});
export type Letter = Static<typeof letter>;

const check = shape({ level: oneOf(["ok", "degraded", "down"]), state: text });

export const weakened = shape({ name: text, value: text, default: text, sentence: text });
export type Weakened = Static<typeof weakened>;

export const health = shape({
  database: shape({ ok: Type.Boolean(), version: text, milliseconds: count }),
  migrations: Type.Array(text),
  hints: Type.Boolean(),
  /** Whether the server has the key that seals texts and codes. */
  encryption: Type.Boolean(),
  checks: Type.Record(Type.String(), check),
  /** Cases in which a day has passed that somebody was told. */
  cases: shape({ late_reports: count, notices_due: count }),
  /** The newest part of the audit log, proved at most a minute ago. */
  audit: shape({
    /** The day of the anchor that the proof starts from; null: from the beginning. */
    since: textOrNull,
    entries: count,
    complete: Type.Boolean(),
    faults: Type.Array(text),
  }),
  smtp: Type.Boolean(),
  encryption_key: oneOf(["setting", "file"]),
  jobs: Type.Array(job),
  uptime_seconds: count,
  memory_mb: count,
  node: text,
  settings: Type.Array(shape({ name: text, value: text, default: text, about: text })),
  /** The switches that protect people less than their defaults, and what that means. */
  weakened: Type.Array(weakened),
});
export type Health = Static<typeof health>;
