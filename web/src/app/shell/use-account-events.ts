import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { t } from "../../texts/t.ts";
import { announce } from "./announce.ts";
import { useServiceNames } from "../../data/use-catalog.ts";
import { followEvents, type Change } from "../../data/events.ts";
import { oneAtATime } from "../../data/one-at-a-time.ts";
import { meQuery } from "../../data/use-me.ts";
import { useMode } from "../../state/mode.ts";
import { bringIntoSight } from "../../state/seen-orders.ts";
import { newestCode } from "../../state/newest-code.ts";
import type { AccountEvent } from "#api-answers/sms.ts";

/** Queries of a mode that change with its money and orders, and with the account. */
const ofOrders = ["order", "orders", "open-orders", "wallet", "statement", "spending"];
const ofAccount = ["keys", "limits"];

/** Keeps what is shown up to date with the account's events, on every page. */
export function useAccountEvents(enabled: boolean): void {
  const mode = useMode();
  const client = useQueryClient();
  const nameOf = useRef((slug: string) => slug);
  nameOf.current = useServiceNames(enabled);
  useEffect(() => {
    if (!enabled) return undefined;
    const readAgain = (names: string[]): Promise<unknown> =>
      Promise.all(names.map((name) => client.invalidateQueries({ queryKey: [name, mode] })));
    const refresh = oneAtATime(() =>
      Promise.all([readAgain(ofOrders), client.invalidateQueries({ queryKey: ["first-steps"] })]),
    );
    const refreshAccount = oneAtATime(() =>
      Promise.all([
        readAgain(ofAccount),
        client.invalidateQueries({ queryKey: ["team"] }),
        client.invalidateQueries({ queryKey: ["first-steps"] }),
        client.fetchQuery({ ...meQuery, staleTime: 0 }), // Read by the route: nobody has it fetched again.
      ]),
    );
    const refreshAll = (): void => {
      refresh();
      refreshAccount();
    };
    const onChanges = (changes: Change[]): void => {
      if (changes.includes("orders")) refresh();
      if (changes.includes("account")) refreshAccount();
    };
    const onEvent = (event: AccountEvent): void => {
      // The card requests the code immediately, without waiting for the list of open orders.
      if (event.type === "order.received" && event.order_id) bringIntoSight(mode, [event.order_id]);
      refresh();
      if (event.type === "order.received") received(event, nameOf.current(event.service ?? ""));
      if (event.type === "wallet.low")
        notifications.show({ title: t.wallet.alert, message: t.shell.nav.wallet, color: "amber" });
    };
    const stop = followEvents(mode, onEvent, onChanges, refreshAll);
    return () => {
      stop();
      newestCode.set(null); // The other mode has other codes.
    };
  }, [enabled, mode, client]);
}

function received({ order_id: orderId, sms_code: code, message }: AccountEvent, service: string): void {
  if (orderId === undefined) return;
  const isLate = message?.late === true;
  const say = isLate ? t.rent.lateCodeFor : t.rent.codeFor;
  const title = code ? say(service, code) : t.rent.arrived;
  announce(title, code ?? "");
  if (code && !isLate) newestCode.set({ orderId, code, service });
  if (window.location.pathname !== "/rent")
    notifications.show({ title: t.rent.arrived, message: title, color: "amber", autoClose: 15_000 });
}
