import { useHotkeys } from "@mantine/hooks";
import { Suspense, lazy } from "react";
import { createStore, useStore } from "../../state/store.ts";
import type { Place } from "./places.ts";

const load = () => import("./Palette.tsx");
const Palette = lazy(() => load().then((module) => ({ default: module.Palette })));
const isUsed = createStore(false);

/** The palette is fetched when it is first opened. */
export function openPalette(): void {
  isUsed.set(true);
  void load().then((module) => module.openPalette());
}

/** Ctrl or ⌘ and K open the palette. */
export function PaletteKeys(props: { places: Place[]; canRent: boolean }) {
  useHotkeys([["mod + K", openPalette]]);
  return <Suspense fallback={null}>{useStore(isUsed) && <Palette {...props} />}</Suspense>;
}
