import { Button, Select, Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import { standing as texts } from "../../../texts/standing.ts";
import { t } from "../../../texts/t.ts";
import { EvidenceInput } from "../../../ui/EvidenceInput.tsx";
import { FormError } from "../../../ui/FormError.tsx";
import { readEvidence } from "../../../ui/read-evidence.ts";
import { useSubmit } from "../../../ui/use-submit.ts";

const wanted = ["email", "verified", "business"] as const;

/** A request to the operator, with a document. */
export function AskForm() {
  const client = useQueryClient();
  const form = useForm<{ tier: string; note: string; file: File | null }>({
    initialValues: { tier: "verified", note: "", file: null },
    validate: { note: (value) => (value.trim() === "" ? t.errors.required : null) },
  });
  const { onSubmit, busy, error } = useSubmit(form, async ({ tier, note, file }) => {
    const body = { tier, note: note.trim(), ...(file ? { file: await readEvidence(file) } : {}) };
    await own("verification", { method: "POST", body });
    notifications.show({ message: texts.sent });
    await client.invalidateQueries({ queryKey: ["verification"] });
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack maw={560}>
        <FormError text={error} />
        <Select
          label={texts.wanted}
          data={wanted.map((tier) => ({ value: tier, label: texts.tiers[tier] }))}
          allowDeselect={false}
          {...form.getInputProps("tier")}
        />
        <Textarea label={texts.note} autosize minRows={3} {...form.getInputProps("note")} />
        <EvidenceInput {...form.getInputProps("file")} />
        <Button type="submit" loading={busy} w="fit-content">
          {texts.send}
        </Button>
      </Stack>
    </form>
  );
}
