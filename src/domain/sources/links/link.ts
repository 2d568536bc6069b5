/** How a link to a carrier is: bound since when, or not, and what last ended it. */
export interface LinkState {
  boundSince: Date | null;
  lastError: string | null;
  lastErrorAt: Date | null;
}
