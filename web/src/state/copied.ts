import { createStore } from "./store.ts";

/** What became of the last attempt to copy something; null once that has been shown. */
export const lastCopy = createStore<"copied" | "refused" | null>(null);
