/** As the documented API writes `expiry`: UTC. */
const documented = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;
const shape = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * A time with its zone, or a day, which means its first moment, UTC: `2027-01-31`, `2027-01-31T12:00+01:00`, or UTC
 * as the documented API writes it: `2027-01-31 12:00:00`. Null for anything else, and for a day that does not exist:
 * JavaScript would turn February 29, 2027 into March 1.
 */
export function parseTime(written: string): Date | null {
  const text = documented.test(written) ? `${written.replace(" ", "T")}Z` : written;
  const day = shape.exec(text)?.[1];
  const at = new Date(text);
  if (day === undefined || Number.isNaN(at.getTime())) return null;
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? at : null;
}
