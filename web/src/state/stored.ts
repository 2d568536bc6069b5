import { createStore, type Store } from "./store.ts";

/** A store that the browser keeps. If that is not possible (private windows), it lasts as long as the page. */
export function createStored<T>(name: string, fallback: T): Store<T> {
  const store = createStore<T>(read(name) ?? fallback);
  store.subscribe(() => {
    try {
      localStorage.setItem(name, JSON.stringify(store.get()));
    } catch {
      // Kept in memory only.
    }
  });
  return store;

  function read(key: string): T | null {
    try {
      return JSON.parse(localStorage.getItem(key) ?? "null") as T | null;
    } catch {
      return null;
    }
  }
}
