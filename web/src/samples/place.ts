import type { Place } from "./programs.ts";

/** This server's address, and the reader's key if there is one. */
export const placeOf = (apiKey: string): Place => ({
  base: `${window.location.origin}/account/api/v1`,
  key: apiKey === "" ? "YOUR_API_KEY" : apiKey,
});
