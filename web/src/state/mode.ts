import { useNavigate } from "@tanstack/react-router";
import { createStored } from "./stored.ts";
import { createStore, useStore } from "./store.ts";

export type Mode = "live" | "test";

/** Part of the address: `?in=sandbox`. Without it an address is a live one. */
export interface ModeSearch {
  in?: "sandbox" | undefined;
}

export const modeSearch = (mode: Mode): ModeSearch => (mode === "test" ? { in: "sandbox" } : {});
export const readModeSearch = (search: Record<string, unknown>): ModeSearch =>
  search["in"] === "sandbox" ? { in: "sandbox" } : {};

/** The mode that was chosen last in this browser: that of `/`, the address that names no page. */
export const chosenMode = createStored<Mode>("zap-mode", "live");

const modeOf = (search: string): Mode =>
  new URLSearchParams(search).get("in") === "sandbox" ? "test" : "live";
const mode = createStore<Mode>(modeOf(window.location.search));

/** Takes the mode from this tab's address, of which `search` is the part from the question mark on. */
export const followAddress = (search: string): void => mode.set(modeOf(search));

export const readMode = mode.get;
export const useMode = (): Mode => useStore(mode);

/** Shows the same page in another mode, in this tab only. */
export function useChooseMode(): (mode: Mode) => void {
  const navigate = useNavigate();
  return (next) => {
    chosenMode.set(next);
    // Named even if undefined: what an address leaves out is kept.
    void navigate({ to: ".", search: (now: object) => ({ ...now, in: modeSearch(next).in }) as never });
  };
}
