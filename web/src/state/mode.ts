import { createStored } from "./stored.ts";
import { useStore } from "./store.ts";

export type Mode = "live" | "test";

const mode = createStored<Mode>("zap-mode", "live");

export const readMode = mode.get;
export const setMode = mode.set;
export const useMode = (): Mode => useStore(mode);
