import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { t } from "../../texts/t.ts";
import { announce } from "./announce.ts";
import { useServiceNames } from "../../data/use-catalog.ts";
import { followEvents } from "../../data/events.ts";
import { useMode } from "../../state/mode.ts";
import { bringIntoSight } from "../../state/seen-orders.ts";
import { newestCode } from "../../state/newest-code.ts";
import type { AccountEvent } from "#api-answers/sms.ts";

/** Keeps what is shown up to date with the account's events, on every page. */
export function useAccountEvents(enabled: boolean): void {
  const mode = useMode();
  const client = useQueryClient();
  const nameOf = useRef((slug: string) => slug);
  nameOf.current = useServiceNames(enabled);
  useEffect(() => {
    if (!enabled) return undefined;
    const refresh = (): void => {
      for (const key of ["order", "orders", "open-orders", "wallet", "statement", "spending"])
        void client.invalidateQueries({ queryKey: [key, mode] });
    };
    const onEvent = (event: AccountEvent): void => {
      // The card requests the code immediately, without waiting for the list of open orders.
      if (event.type === "order.received" && event.order_id) bringIntoSight(mode, [event.order_id]);
      refresh();
      if (event.type === "order.received") received(event, nameOf.current(event.service ?? ""));
      if (event.type === "wallet.low")
        notifications.show({ title: t.wallet.alert, message: t.shell.nav.wallet, color: "amber" });
    };
    const stop = followEvents(mode, onEvent, refresh);
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
