/** Element types of arrays that our SQL takes. */
type Element = string | number | boolean | Date | Buffer | null;

/**
 * An array as PostgreSQL parses it (manual, 8.15.2 "Array Value Input"). Batches pass arrays by the dozen, and the
 * driver's own serializer checks every element for every possible type.
 */
export function arrayLiteral(elements: readonly Element[]): string {
  let text = "{";
  let separator = "";
  for (const element of elements) {
    text += separator + literal(element);
    separator = ",";
  }
  return `${text}}`;
}

function literal(element: Element): string {
  if (element === null || element === undefined) return "NULL";
  if (typeof element === "string") return quoted(element);
  if (typeof element !== "object") return String(element);
  return element instanceof Date ? element.toISOString() : `"\\\\x${element.toString("hex")}"`;
}

const quoted = (text: string): string =>
  /["\\]/.test(text) ? `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"` : `"${text}"`;
