import type { AuditEntry } from "#answers/operator/system.ts";
import { audit as auditTexts } from "../texts/audit.ts";

/** `account 5` of Ada's shop → `Account Ada's shop`; whatever has no name keeps its number. */
export function subjectText({ subject, subject_name: name }: AuditEntry): string {
  const [, kind = "", rest = ""] = /^(\S+) ?(.*)$/s.exec(subject) ?? [];
  const word = auditTexts.subjectKinds[kind];
  if (word === undefined) return subject;
  const more = rest.replace(/^\S+ ?/, "");
  return [word, name ?? rest, name === null ? "" : more].filter((part) => part !== "").join(" ");
}

/** `{reason: "agreed", amountMinor: 2500}` → `reason: agreed, amount: 25.00`; the address is already next to the name. */
export function detailText(detail: unknown): string {
  if (typeof detail !== "object" || detail === null) return String(detail ?? "");
  return Object.entries(detail)
    .filter(([name]) => name !== "ip")
    .map(([name, value]) => `${wordsOf(name)}: ${written(name, value)}`)
    .join(", ");
}

/** `maxOpenOrders` → `max open orders`, without the unit that was removed from the value. */
const wordsOf = (name: string): string =>
  name.replace(/Minor$/, "").replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function written(name: string, value: unknown): string {
  if (value === null) return "none";
  if (name.endsWith("Minor")) return (Number(value) / 100).toFixed(2);
  if (Array.isArray(value)) return value.join(" ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
