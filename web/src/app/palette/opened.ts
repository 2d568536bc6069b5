import { createStore } from "../../state/store.ts";

/** Whether the palette was opened before: it stays loaded. */
export const isUsed = createStore(false);
/** Closes the palette, once it is loaded; returns whether it was open. */
export const closePalette = createStore<() => boolean>(() => false);
/** Whether the list of shortcuts is open. */
export const isListed = createStore(false);
