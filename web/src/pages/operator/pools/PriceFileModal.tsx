import { Alert, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { own } from "../../../api/client.ts";
import type { CheckedPrices, Pool, Price } from "#answers/operator/pools.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { t } from "../../../texts/t.ts";
import { useNameOfService } from "../../../data/use-all-services.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { FileText } from "../../../ui/FileText.tsx";
import { FormModal } from "../../../ui/FormModal.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { compared, faultColumns } from "./price-check.tsx";
import { priceColumns } from "./price-columns.tsx";
import { useSavePrices } from "./use-save-prices.ts";

interface Props {
  pool: Pool;
  before: Price[];
  currency: string;
  onClose: () => void;
}

/** All prices of a pool from a file: first checked line by line, then set. */
export function PriceFileModal({ pool, before, currency, onClose }: Props) {
  const nameOf = useNameOfService();
  const save = useSavePrices(pool.id);
  const [check, setCheck] = useState<CheckedPrices | null>(null);
  const form = useForm({
    initialValues: { csv: "" },
    validate: { csv: (value) => (value.trim() === "" ? t.errors.required : null) },
    onValuesChange: () => setCheck(null),
  });
  const sending = useSubmit(
    form,
    async ({ csv }) => {
      if (check === null)
        return setCheck(
          await own<CheckedPrices>(`operator/pools/${pool.id}/prices/check`, {
            method: "POST",
            body: { csv },
          }),
        );
      await save(check.prices);
      notifications.show({ message: stockTexts.pricesSet(check.prices.length) });
      return onClose();
    },
    { fields: { invalid_file: "csv" } },
  );
  const isFaulty = check !== null && check.faults.length > 0;
  return (
    <FormModal
      title={stockTexts.priceFile}
      text={stockTexts.priceFileText}
      size="lg"
      closeOnClickOutside={false}
      sending={sending}
      submit={check && !isFaulty ? stockTexts.setPrices(check.prices.length) : stockTexts.preview}
      disabled={isFaulty}
      onClose={onClose}
    >
      <FileText
        value={form.values.csv}
        error={form.errors["csv"]}
        onChange={(csv) => form.setFieldValue("csv", csv)}
      />
      {check && (
        <Stack gap="xs" role="status">
          <Alert color={isFaulty ? "red" : "amber"}>
            {isFaulty ? stockTexts.priceFaults(check.faults.length) : compared(before, check.prices)}
          </Alert>
          {isFaulty ? (
            <DataTable
              label={stockTexts.problem}
              columns={faultColumns}
              rows={check.faults}
              rowKey={({ line, message }) => `${line} ${message}`}
            />
          ) : (
            <DataTable
              label={stockTexts.overrides}
              columns={priceColumns(pool.cost, currency, nameOf)}
              rows={check.prices}
              rowKey={({ country, service }) => `${country} ${service}`}
            />
          )}
        </Stack>
      )}
    </FormModal>
  );
}
