import { createStore } from "./store.ts";

/** The key that the reader tries calls with: in samples everywhere, in memory alone. */
export const consoleKey = createStore("");
