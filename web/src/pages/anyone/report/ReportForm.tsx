import { Button, Group, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { own } from "../../../api/client.ts";
import type { ReportReceipt } from "#answers/cases.ts";
import { cases, reportPage as texts } from "../../../texts/cases.ts";
import { t } from "../../../texts/t.ts";
import { FormError } from "../../../ui/FormError.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";

const categories = Object.entries(cases.categories).map(([value, label]) => ({ value, label }));
const required = (value: string | null): string | null => (value?.trim() ? null : t.errors.required);

export function ReportForm({ onSent }: { onSent: (receipt: ReportReceipt) => void }) {
  const form = useForm<{
    number: string;
    category: string | null;
    happened_at: string;
    text: string;
    email: string;
  }>({
    initialValues: { number: "", category: null, happened_at: "", text: "", email: "" },
    validate: { number: required, category: required, text: required },
  });
  const { onSubmit, busy, error } = useSubmit(form, async ({ happened_at: happened, email, ...given }) => {
    const body = {
      ...given,
      // The middle of the viewer's day: nobody knows the hour.
      ...(happened === "" ? {} : { happened_at: new Date(`${happened}T12:00:00`).toISOString() }),
      ...(email.trim() === "" ? {} : { email: email.trim() }),
    };
    onSent(await own<ReportReceipt>("report", { method: "POST", body }));
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <FormError text={error} />
        <TextInput
          label={cases.number}
          description={texts.numberHint}
          type="tel"
          maxLength={60}
          {...form.getInputProps("number")}
        />
        <Select label={cases.category} data={categories} {...form.getInputProps("category")} />
        <TextInput
          label={cases.happened}
          description={texts.happenedHint}
          type="date"
          {...form.getInputProps("happened_at")}
        />
        <Textarea
          label={texts.text}
          description={texts.textHint}
          autosize
          minRows={5}
          maxLength={5000}
          {...form.getInputProps("text")}
        />
        <TextInput
          label={texts.email}
          description={texts.emailHint}
          type="email"
          autoComplete="email"
          {...form.getInputProps("email")}
        />
        <Group>
          <Button type="submit" loading={busy}>
            {texts.send}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
