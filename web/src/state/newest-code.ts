import { createStore } from "./store.ts";

/** The latest code that came while the page was open: shown in the tab's title, and copied with `c`. */
export const newestCode = createStore<{ orderId: string; code: string; service: string } | null>(null);
