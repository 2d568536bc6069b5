import { createStore } from "./store.ts";

/** Whether the server no longer knows the session; the shell then asks to sign in again, over the page as it is. */
export const sessionLost = createStore(false);
