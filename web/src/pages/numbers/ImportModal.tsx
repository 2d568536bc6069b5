import { Button, FileInput, Group, Modal, Select, Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { own } from "../../api/client.ts";
import type { ImportResult, StockPool } from "../../api/types/stock.ts";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";
import { useSubmit } from "../../ui/use-submit.ts";
import { ImportPreview } from "./ImportPreview.tsx";

/** First a look at every line, then the import of what was looked at. */
export function ImportModal({ pools, onClose }: { pools: StockPool[]; onClose: () => void }) {
  const client = useQueryClient();
  const [preview, setPreview] = useState<ImportResult | null>(null);
  const form = useForm({
    initialValues: { pool: pools[0] ? String(pools[0].id) : "", csv: "" },
    validate: {
      pool: (value) => (value === "" ? t.errors.required : null),
      csv: (value) => (value.trim() === "" ? t.errors.required : null),
    },
    onValuesChange: () => setPreview(null),
  });
  const { onSubmit, busy, error } = useSubmit(
    form,
    async ({ pool, csv }) => {
      const body = { pool: Number(pool), csv, dry_run: preview === null };
      const result = await own<ImportResult>("operator/numbers/import", { method: "POST", body });
      if (result.dry_run) return setPreview(result);
      notifications.show({ message: t.stock.imported(result.added) });
      await client.invalidateQueries({ queryKey: ["operator"] });
      return onClose();
    },
    { fields: { invalid_file: "csv" } },
  );

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t.stock.import}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <Text>{t.stock.importText}</Text>
          <FormError text={error} />
          <Select
            label={t.stock.pool}
            allowDeselect={false}
            data={pools.map(({ id, name }) => ({ value: String(id), label: name }))}
            {...form.getInputProps("pool")}
          />
          <FileInput
            label={t.stock.file}
            placeholder={t.stock.chooseFile}
            accept=".csv,text/csv,text/plain"
            clearable
            onChange={(file) => void file?.text().then((csv) => form.setFieldValue("csv", csv))}
          />
          <Textarea
            label={t.stock.csv}
            classNames={{ input: "mono" }}
            rows={6}
            spellCheck={false}
            {...form.getInputProps("csv")}
          />
          {preview && <ImportPreview result={preview} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.common.cancel}
            </Button>
            <Button type="submit" loading={busy} disabled={preview?.added === 0}>
              {preview ? t.stock.importNow(preview.added) : t.stock.preview}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
