import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { requests as texts } from "../../../texts/cases.ts";
import { t } from "../../../texts/t.ts";
import { FormModal } from "../../../ui/FormModal.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";

interface Props {
  onClose: () => void;
  onPostpone: (body: { because: string; until: string }) => Promise<unknown>;
}

const required = (value: string): string | null => (value.trim() === "" ? t.errors.required : null);

export function PostponeModal({ onClose, onPostpone }: Props) {
  const form = useForm({
    initialValues: { because: "", until: "" },
    validate: { because: required, until: required },
  });
  const sending = useSubmit(form, async (body) => {
    await onPostpone(body);
    onClose();
  });
  return (
    <FormModal title={texts.postpone} sending={sending} submit={texts.postpone} onClose={onClose}>
      <TextInput data-autofocus label={texts.because} {...form.getInputProps("because")} />
      <TextInput
        label={texts.until}
        description={texts.timeHint}
        placeholder="2026-06-30"
        {...form.getInputProps("until")}
      />
    </FormModal>
  );
}
