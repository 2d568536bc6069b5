export interface Filters {
  search: string;
  status: string[];
  service: string;
  country: string | null;
  from: string;
  to: string;
}

export const noFilters: Filters = { search: "", status: [], service: "", country: null, from: "", to: "" };

/** As the documented /orders takes them; empty ones are left out. A day is the viewer's day. */
export function queryOf({ search, status, service, country, from, to }: Filters): Record<string, string> {
  const digits = search.replace(/\D/g, "");
  const entries: [string, string][] = [
    ["q", digits.slice(0, 15)],
    ["status", status.join(",")],
    ["service", service],
    ["country", country ?? ""],
    ["from", from === "" ? "" : new Date(`${from}T00:00`).toISOString()],
    ["to", to === "" ? "" : dayAfter(to)],
  ];
  return Object.fromEntries(entries.filter(([, value]) => value !== ""));
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00`);
  date.setDate(date.getDate() + 1);
  return date.toISOString();
}
