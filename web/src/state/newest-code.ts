import { createStore } from "./store.ts";

/** The code that came last while the page was open: in the tab's title, and copied by `c`. */
export const newestCode = createStore<{ orderId: string; code: string; service: string } | null>(null);
