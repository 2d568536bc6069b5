import { locale } from "../texts/language.ts";
import { createStored } from "./stored.ts";

/** The filters of a page under a name. */
export interface SavedView {
  name: string;
  search: Record<string, string>;
}

/** By member and page: several people may use one browser. */
export const savedViews = createStored<Record<string, SavedView[]>>("zap-views", {});

export const viewsKey = (memberId: number, page: string): string => `${memberId} ${page}`;

/** Saves a view; one with the same name is replaced. */
export function saveView(key: string, view: SavedView): void {
  const all = savedViews.get();
  const others = (all[key] ?? []).filter(({ name }) => name !== view.name);
  savedViews.set({
    ...all,
    [key]: [...others, view].toSorted((a, b) => a.name.localeCompare(b.name, locale)),
  });
}

export function forgetView(key: string, name: string): void {
  const all = savedViews.get();
  savedViews.set({ ...all, [key]: (all[key] ?? []).filter((view) => view.name !== name) });
}
