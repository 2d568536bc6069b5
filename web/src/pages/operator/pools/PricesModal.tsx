import { Modal } from "@mantine/core";
import type { Pool, Price } from "#answers/operator/pools.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { t } from "../../../texts/t.ts";
import { PricesForm } from "./PricesForm.tsx";

interface Props {
  pool: Pool;
  prices: Price[];
  onClose: () => void;
}

export const PricesModal = ({ pool, prices, onClose }: Props) => (
  <Modal
    opened
    onClose={onClose}
    size="xl"
    title={stockTexts.prices(pool.name)}
    closeOnClickOutside={false}
    closeButtonProps={{ "aria-label": t.common.close }}
  >
    <PricesForm poolId={pool.id} prices={prices} onClose={onClose} />
  </Modal>
);
