import { formatMinor } from "../../kit/money.ts";

/** Ids that the API writes as strings (contract/decisions, "Ids"), so that both match. */
const textIds = new Set(["orderId", "accountId"]);

/**
 * The domain's values as `--json` prints them: names in snake_case, money (`priceMinor`) as a string with two
 * decimals under its plain name, times in RFC 3339. Undefined values are left out.
 */
export function toWire(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toWire);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([name, field]) => toWireField(name, field)),
  );
}

function toWireField(name: string, field: unknown): [string, unknown] {
  if (name.endsWith("Minor") && (typeof field === "number" || field === null)) {
    return [snake(name.slice(0, -"Minor".length)), field === null ? null : formatMinor(field)];
  }
  if (textIds.has(name) && typeof field === "number") return [snake(name), String(field)];
  return [snake(name), toWire(field)];
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
