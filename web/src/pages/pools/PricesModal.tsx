import { Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { own } from "../../api/client.ts";
import type { PoolPrice, StockPool } from "../../api/types/stock.ts";
import { t } from "../../texts/t.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import { PricesForm } from "./PricesForm.tsx";

export function PricesModal({ pool, onClose }: { pool: StockPool; onClose: () => void }) {
  const prices = useQuery({
    queryKey: ["operator", "prices", pool.id],
    queryFn: () => own<PoolPrice[]>(`operator/pools/${pool.id}/prices`),
    gcTime: 0,
    staleTime: Infinity, // Nothing typed is overwritten by a second look.
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t.stock.prices(pool.name)}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <Loaded query={prices}>
        {(rows) => <PricesForm poolId={pool.id} prices={rows} onClose={onClose} />}
      </Loaded>
    </Modal>
  );
}
