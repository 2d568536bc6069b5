import { Alert, TextInput, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import type { Source } from "#answers/operator/sources.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { t } from "../../../texts/t.ts";
import { FormModal } from "../../../ui/FormModal.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { useSourceActions } from "../../../data/use-sources.ts";

export function TestModal({ source, onClose }: { source: Source; onClose: () => void }) {
  const { test } = useSourceActions();
  const [receipt, setReceipt] = useState<string | null>(null);
  const form = useForm({
    initialValues: { to: "", from: "", text: "" },
    validate: {
      to: (value) => (value.trim() === "" ? t.errors.required : null),
      text: (value) => (value.trim() === "" ? t.errors.required : null),
    },
  });
  const sending = useSubmit(form, async ({ to, from, text }) => {
    const body = { to: to.trim(), text, ...(from.trim() === "" ? {} : { from: from.trim() }) };
    setReceipt((await test(source.id, body)).receipt);
  });
  return (
    <FormModal
      title={`${stockTexts.test}: ${source.name}`}
      sending={sending}
      submit={stockTexts.testSend}
      onClose={onClose}
    >
      <TextInput data-autofocus label={stockTexts.testTo} inputMode="tel" {...form.getInputProps("to")} />
      <TextInput label={stockTexts.testFrom} {...form.getInputProps("from")} />
      <Textarea label={stockTexts.testText} autosize minRows={2} {...form.getInputProps("text")} />
      {receipt && (
        <Alert color="amber" role="status">
          {stockTexts.receipts[receipt] ?? stockTexts.receipt(receipt)}
        </Alert>
      )}
    </FormModal>
  );
}
