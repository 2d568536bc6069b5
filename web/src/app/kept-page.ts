import type { QueryClient } from "@tanstack/react-query";
import type { Me } from "#answers/member.ts";
import { markSignedIn, readMarker, unmark } from "../data/sign-out.ts";
import { meQuery } from "../data/use-me.ts";
import { seenOrders } from "../state/seen-orders.ts";
import { sessionLost } from "../state/session-lost.ts";

const name = "zap-kept-page";
/** Longer than most orders are open; older codes are of no use, and should not lie around. */
const keptMilliseconds = 30 * 60_000;
/** What is kept, by the first part of the query's key: what one reads on Rent, Orders and Wallet, and names. */
const keptQueries = new Set(["me", "order", "orders", "open-orders", "wallet", "services", "countries"]);

interface KeptPage {
  at: number;
  marker: string;
  queries: { key: readonly unknown[]; data: unknown; at: number }[];
  seen: ReturnType<typeof seenOrders.get>;
}

/** Whose data this document holds, and the marker of their sign-in; undefined until the server has said it. */
let shown: { memberId: number; marker: string | null } | undefined;

/**
 * Keeps what a page shows while it is hidden or left, so that it can be read if it is opened again offline: only for
 * this tab (sessionStorage), only until the server answers again or for half an hour, and not beyond the sign-out.
 */
export function keepPages(client: QueryClient): void {
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep(client);
    else if (navigator.onLine) forget();
  });
  window.addEventListener("pagehide", () => keep(client));
  // Somebody signed out or in, in another tab.
  window.addEventListener("storage", () => readMarker() !== shown?.marker && forget());
  sessionLost.subscribe(() => {
    if (!sessionLost.get()) return;
    unmark();
    forget();
  });
  client.getQueryCache().subscribe((event) => {
    const isMe = event.query.queryKey[0] === meQuery.queryKey[0];
    if (isMe && event.type === "updated" && event.action.type === "success" && !sessionLost.get())
      answered(client);
  });
  answered(client);
}

/**
 * The server has said who is signed in: what was kept is not needed any more. If it is somebody else than before,
 * this document still holds the earlier member's data, and keeps nothing until it is loaded again.
 */
function answered(client: QueryClient): void {
  const memberId = client.getQueryData(meQuery.queryKey)?.member.id;
  if (memberId === undefined) return;
  markSignedIn(memberId);
  if (shown === undefined || shown.memberId === memberId) shown = { memberId, marker: readMarker() };
  forget();
}

const forget = (): void => sessionStorage.removeItem(name);

function keep(client: QueryClient): void {
  const marker = readMarker();
  if (marker === null || marker !== shown?.marker) return forget();
  const queries = client
    .getQueryCache()
    .findAll({
      predicate: ({ queryKey, state }) => keptQueries.has(String(queryKey[0])) && state.data !== undefined,
    })
    .map(({ queryKey, state }) => ({ key: queryKey, data: state.data, at: state.dataUpdatedAt }));
  const page: KeptPage = { at: Date.now(), marker, queries, seen: seenOrders.get() };
  try {
    sessionStorage.setItem(name, JSON.stringify(page));
  } catch {
    forget(); // Too much for the browser: then nothing is kept.
  }
}

/** Shows what was kept, if it is still this sign-in's; returns who was signed in, or null if there is nothing. */
export function showKept(client: QueryClient): Me | null {
  const page = JSON.parse(sessionStorage.getItem(name) ?? "null") as KeptPage | null;
  forget();
  if (page === null || page.marker !== readMarker() || Date.now() - page.at > keptMilliseconds) return null;
  for (const { key, data, at } of page.queries) client.setQueryData(key, data, { updatedAt: at });
  seenOrders.set(page.seen);
  return client.getQueryData(meQuery.queryKey) ?? null;
}
