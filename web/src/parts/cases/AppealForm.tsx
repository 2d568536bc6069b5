import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { cases as texts } from "../../texts/cases.ts";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";
import { useSubmit } from "../../ui/use-submit.ts";

/** For the side that may appeal. */
export function AppealForm({ onAppeal }: { onAppeal: (text: string) => Promise<unknown> }) {
  const form = useForm({
    initialValues: { text: "" },
    validate: { text: (value) => (value.trim() === "" ? t.errors.required : null) },
  });
  const { onSubmit, busy, error } = useSubmit(form, ({ text }) => onAppeal(text.trim()));
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <FormError text={error} />
        <Textarea
          label={texts.appealText}
          description={texts.appealHint}
          autosize
          minRows={3}
          maxLength={5000}
          {...form.getInputProps("text")}
        />
        <Group>
          <Button type="submit" loading={busy}>
            {texts.appeal}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
