import { Select } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ImportReport } from "#answers/operator/numbers.ts";
import type { Pool } from "#answers/operator/pools.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { t } from "../../../texts/t.ts";
import { FileText } from "../../../ui/FileText.tsx";
import { FormModal } from "../../../ui/FormModal.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { ImportPreview } from "./ImportPreview.tsx";
import { ImportProgress } from "./ImportProgress.tsx";
import { useImport } from "./use-import.ts";

/** First a check of every line, then the import of what was checked. */
export function ImportModal({ pools, onClose }: { pools: Pool[]; onClose: () => void }) {
  const client = useQueryClient();
  const { progress, send, stop } = useImport();
  const [preview, setPreview] = useState<ImportReport | null>(null);
  const form = useForm({
    initialValues: { pool: pools[0] ? String(pools[0].id) : "", csv: "" },
    validate: {
      pool: (value) => (value === "" ? t.errors.required : null),
      csv: (value) => (value.trim() === "" ? t.errors.required : null),
    },
    onValuesChange: () => setPreview(null),
  });
  const sending = useSubmit(
    form,
    async ({ pool, csv }) => {
      const result = await send({ pool: Number(pool), csv, dry_run: preview === null });
      if (result.dry_run) return setPreview(result);
      notifications.show({ message: stockTexts.imported(result.added) });
      await client.invalidateQueries({ queryKey: ["operator"] });
      return onClose();
    },
    { fields: { invalid_file: "csv" } },
  );

  return (
    <FormModal
      title={stockTexts.import}
      text={stockTexts.importText}
      size="lg"
      closeOnClickOutside={false}
      sending={sending}
      submit={preview ? stockTexts.importNow(preview.added) : stockTexts.preview}
      disabled={preview?.added === 0}
      onClose={onClose}
    >
      <Select
        label={stockTexts.pool}
        allowDeselect={false}
        data={pools.map(({ id, name }) => ({ value: String(id), label: name }))}
        {...form.getInputProps("pool")}
      />
      <FileText
        value={form.values.csv}
        error={form.errors["csv"]}
        onChange={(csv) => form.setFieldValue("csv", csv)}
      />
      {progress && <ImportProgress {...progress} onStop={stop} />}
      {preview && <ImportPreview result={preview} />}
    </FormModal>
  );
}
