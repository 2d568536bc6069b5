import { Button, Group, Text, Tooltip } from "@mantine/core";
import { Suspense, lazy, useState } from "react";
import type { OrderDetails } from "#answers/orders.ts";
import { useNow } from "../../state/use-now.ts";
import { useMay } from "../../data/use-me.ts";
import { t } from "../../texts/t.ts";
import { useOrderAction } from "./use-order-action.ts";

const ReportModal = lazy(() =>
  import("./ReportModal.tsx").then((module) => ({ default: module.ReportModal })),
);

/** Before a code: cancel or report. After one: another code, or finish. */
export function OrderActions({ order }: { order: OrderDetails["order"] }) {
  const [isReporting, setReporting] = useState(false);
  const act = useOrderAction(order.order_id);
  const wait = Math.ceil((Date.parse(order.cancellable_at) - useNow()) / 1000);
  if (!useMay("owner", "developer")) return null;
  const button = { variant: "default", size: "xs" } as const;
  const isBusy = (what: string): boolean => act.isPending && act.variables?.what === what;

  return (
    <>
      <Group gap="xs">
        {order.status === "PENDING" ? (
          <>
            <Button
              {...button}
              disabled={wait > 0}
              loading={isBusy("cancel")}
              onClick={() => act.mutate({ what: "cancel" })}
            >
              {wait > 0 ? t.rent.cancelIn(wait) : t.rent.cancel}
            </Button>
            <Button {...button} disabled={wait > 0} onClick={() => setReporting(true)}>
              {t.rent.report}
            </Button>
          </>
        ) : (
          <>
            <Tooltip label={t.rent.resendHint} multiline maw={280}>
              <Button {...button} loading={isBusy("resend")} onClick={() => act.mutate({ what: "resend" })}>
                {t.rent.resend}
              </Button>
            </Tooltip>
            <Button {...button} loading={isBusy("finish")} onClick={() => act.mutate({ what: "finish" })}>
              {t.rent.finish}
            </Button>
          </>
        )}
      </Group>
      {act.error && (
        <Text c="var(--mantine-color-error)" role="alert">
          {act.error.message}
        </Text>
      )}
      {isReporting && (
        <Suspense fallback={null}>
          <ReportModal
            onClose={() => setReporting(false)}
            onReport={(reason) => act.mutateAsync({ what: "report", reason })}
          />
        </Suspense>
      )}
    </>
  );
}
