import { Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { standing as texts } from "../../../texts/standing.ts";
import { t } from "../../../texts/t.ts";
import { FormModal } from "../../../ui/FormModal.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";

interface Props {
  title: string;
  onClose: () => void;
  onSave: (input: { service: string; reason: string; granted: boolean }) => Promise<unknown>;
}

/** The operator's yes to a customer who wants a service that is rented on request only, or its end. */
export function GrantModal({ title, onClose, onSave }: Props) {
  const form = useForm({
    initialValues: { service: "", reason: "", taken: false },
    validate: {
      service: (value) => (value.trim() === "" ? t.errors.required : null),
      reason: (value) => (value.trim() === "" ? t.errors.required : null),
    },
  });
  const sending = useSubmit(form, async ({ service, reason, taken }) => {
    await onSave({ service: service.trim(), reason: reason.trim(), granted: !taken });
    onClose();
  });
  return (
    <FormModal title={title} sending={sending} submit={t.common.save} onClose={onClose}>
      <TextInput
        data-autofocus
        label={texts.service}
        description={texts.serviceHint}
        {...form.getInputProps("service")}
      />
      <Switch label={texts.ungrant} {...form.getInputProps("taken", { type: "checkbox" })} />
      <TextInput
        label={t.common.reason}
        description={t.common.reasonHint}
        {...form.getInputProps("reason")}
      />
    </FormModal>
  );
}
