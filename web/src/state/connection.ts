import { createStore } from "./store.ts";

/** Whether the last request got no answer at all. */
export const unreachable = createStore(false);
