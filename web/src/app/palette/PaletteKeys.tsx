import { Suspense, lazy, useEffect } from "react";
import { useStore } from "../../state/store.ts";
import { isTyping } from "../../ui/is-typing.ts";
import { closePalette, isListed, isUsed } from "./opened.ts";

const load = () => import("./Palette.tsx");
const Palette = lazy(() => load().then((module) => ({ default: module.Palette })));
const Shortcuts = lazy(() => import("./Shortcuts.tsx").then((module) => ({ default: module.Shortcuts })));

/** The palette is fetched when it is first opened. */
export function openPalette(): void {
  isUsed.set(true);
  void load().then((module) => module.openPalette());
}

/** Ctrl or ⌘ and K open the palette on every page, in fields and dialogs too; ? lists the shortcuts. */
export function PaletteKeys() {
  useEffect(() => {
    window.addEventListener("keydown", onKey, true); // Before a field or a dialog can keep it to itself.
    return () => window.removeEventListener("keydown", onKey, true);
  }, []);
  const close = (): void => isListed.set(false);
  return (
    <Suspense fallback={null}>
      {useStore(isUsed) && <Palette />}
      {useStore(isListed) && <Shortcuts onClose={close} />}
    </Suspense>
  );
}

function onKey(event: KeyboardEvent): void {
  if (event.key === "Escape") return closeTop(event);
  const isPalette = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
  if (!isPalette && (event.key !== "?" || isTyping(event.target))) return;
  event.preventDefault();
  if (isPalette) openPalette();
  else isListed.set(true);
}

/** Escape closes what lies on top, not the dialog below it as well. */
function closeTop(event: KeyboardEvent): void {
  const wasListed = isListed.get();
  isListed.set(false);
  if (wasListed || closePalette.get()()) event.stopImmediatePropagation();
}
