const name = "zap-time-zone";

/** The browser's own zone, unless this browser cannot tell. */
export const browserTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

/** The zone that was chosen in this browser; null: the browser's own. */
export const chosenTimeZone = readChoice();

/** The zone in which every time is shown and every day begins. */
export const timeZone = chosenTimeZone ?? browserTimeZone;

/** Every zone that can be chosen. */
export const timeZones = (): string[] => [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])];

/** Keeps the choice in this browser and loads the page again, with the times of that zone. */
export function chooseTimeZone(zone: string | null): void {
  try {
    if (zone === null) localStorage.removeItem(name);
    else localStorage.setItem(name, zone);
  } catch {
    return; // Nothing can be kept here, so the next page would not know of it.
  }
  location.reload();
}

function readChoice(): string | null {
  try {
    const kept = localStorage.getItem(name);
    // Throws if this browser does not know the zone.
    return kept && new Intl.DateTimeFormat("en", { timeZone: kept }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
