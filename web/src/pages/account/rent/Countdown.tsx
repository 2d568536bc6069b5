import { Text, Tooltip } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { OrderDetails } from "#answers/orders.ts";
import { useNow } from "../../../state/use-now.ts";
import { t } from "../../../texts/t.ts";
import { useMe } from "../../../data/use-me.ts";
import { clockTime, countdown, exactTime, money } from "../../../ui/format.ts";

/** Inconspicuous until the last minute, when it says what will happen. */
export function Countdown({ order }: { order: OrderDetails["order"] }) {
  const left = (Date.parse(order.expires_at) - useNow()) / 1000;
  const currency = useMe()?.account?.currency ?? "NGN";
  const client = useQueryClient();
  const isOver = left < -1;
  useEffect(() => {
    // An event reports the end; this is for the case that the event got lost.
    if (isOver) void client.invalidateQueries({ queryKey: ["order"] });
  }, [isOver, client]);
  const isLastMinute = left < 60 && order.status === "PENDING";
  return (
    <Tooltip label={exactTime(order.expires_at)}>
      <Text
        size="sm"
        c={isLastMinute ? "var(--zap-wait)" : "dimmed"}
        ta="right"
        style={{ whiteSpace: "nowrap" }}
        role="timer"
        aria-live="off"
      >
        {t.rent.left(countdown(left))}
        {isLastMinute && (
          <>
            <br />
            {t.rent.refundAt(money(order.price, currency), clockTime(order.expires_at))}
          </>
        )}
      </Text>
    </Tooltip>
  );
}
