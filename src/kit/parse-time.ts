const shape = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * A time with its zone, or a day, which is meant from its first moment, UTC: `2027-01-31`, `2027-01-31T12:00+01:00`. Null
 * for anything else, and for a day that is none: JavaScript alone would make March 1 of February 29, 2027.
 */
export function parseTime(text: string): Date | null {
  const day = shape.exec(text)?.[1];
  const at = new Date(text);
  if (day === undefined || Number.isNaN(at.getTime())) return null;
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? at : null;
}
