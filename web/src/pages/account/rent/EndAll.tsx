import { Button } from "@mantine/core";
import { Suspense, lazy, useState } from "react";
import type { ListedOrder } from "#api-answers/orders.ts";
import { useMay } from "../../../data/use-me.ts";
import { t } from "../../../texts/t.ts";
import type { Ending } from "./EndAllModal.tsx";

const EndAllModal = lazy(() =>
  import("./EndAllModal.tsx").then((module) => ({ default: module.EndAllModal })),
);

const endings = [
  ["finish", "RECEIVED"],
  ["cancel", "PENDING"],
] as const;

/** Ends all orders that have a code, or all that have none, if there are several. */
export function EndAll({ orders }: { orders: ListedOrder[] }) {
  const [asked, setAsked] = useState<{ ending: Ending; orders: ListedOrder[] }>();
  if (!useMay("owner", "developer")) return null;
  return (
    <>
      {endings.map(([ending, status]) => {
        const these = orders.filter((order) => order.status === status);
        if (these.length < 2) return null;
        return (
          <Button
            key={ending}
            variant="default"
            size="xs"
            onClick={() => setAsked({ ending, orders: these })}
          >
            {t.rent.endAll[ending].button}
          </Button>
        );
      })}
      {asked && (
        <Suspense fallback={null}>
          <EndAllModal {...asked} onClose={() => setAsked(undefined)} />
        </Suspense>
      )}
    </>
  );
}
