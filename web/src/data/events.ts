import { createStore } from "../state/store.ts";
import type { Mode } from "../state/mode.ts";
import type { AccountEvent } from "#api-answers/sms.ts";

const types = [
  "order.received",
  "order.updated",
  "order.expired",
  "order.cancelled",
  "order.finished",
  "wallet.low",
];

export type Change = "orders" | "account";

/** Whether the event stream is open; the shell shows when it is not. */
export const streamLost = createStore(false);

/** Follows the account's events; returns a function that stops. The browser resumes automatically, with Last-Event-ID. */
export function followEvents(
  mode: Mode,
  onEvent: (event: AccountEvent) => void,
  /** What the page must read again, without an event: money and orders, or members, keys and limits. */
  onChanges: (changes: Change[]) => void,
  onReturn: () => void,
): () => void {
  let source: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let isFirst = true;

  function open(): void {
    source = new EventSource(`/account/api/v1/events?mode=${mode}`);
    source.addEventListener("open", () => {
      streamLost.set(false);
      if (!isFirst) onReturn();
      isFirst = false;
    });
    source.addEventListener("error", () => {
      streamLost.set(true);
      if (source?.readyState !== EventSource.CLOSED) return;
      onReturn(); // Perhaps signed out: the next query will show.
      again = setTimeout(open, 5000);
    });
    source.addEventListener("changed", (event) =>
      onChanges((JSON.parse(event.data as string) as { changes: Change[] }).changes),
    );
    for (const type of types)
      source.addEventListener(type, (event) => onEvent(JSON.parse(event.data as string) as AccountEvent));
  }

  open();
  return () => {
    clearTimeout(again);
    source?.close();
    streamLost.set(false);
  };
}
