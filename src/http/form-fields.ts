import { invalid } from "../kit/errors.ts";

/** No caller needs more; sorting and signing hundreds of thousands would keep a process busy for seconds. */
export const maxFields = 1000;

/**
 * The values of each field of a form or query, in the order in which they came. Throws a Refusal if there are more
 * than `maxFields`.
 */
export function groupFields<Value>(fields: Iterable<readonly [string, Value]>): Map<string, Value[]> {
  const grouped = new Map<string, Value[]>();
  let count = 0;
  for (const [name, value] of fields) {
    count += 1;
    if (count > maxFields)
      throw invalid(
        "body",
        `There are more than ${maxFields.toLocaleString("en")} fields; split the call into smaller ones.`,
      );
    const before = grouped.get(name);
    if (before) before.push(value);
    else grouped.set(name, [value]);
  }
  return grouped;
}

/** The fields by name: one value, or a list if there are several. */
export function toRecord<Value>(grouped: Map<string, Value[]>): Record<string, Value | Value[]> {
  const fields: Record<string, Value | Value[]> = Object.create(null);
  for (const [name, values] of grouped) fields[name] = values.length === 1 ? (values[0] as Value) : values;
  return fields;
}
