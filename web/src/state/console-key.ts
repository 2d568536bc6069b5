import { createStore } from "./store.ts";

/** The key that the reader tries calls with: used in all samples, and kept only in memory. */
export const consoleKey = createStore("");
