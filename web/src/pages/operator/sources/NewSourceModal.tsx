import { Select, Text, TextInput, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { t } from "../../../texts/t.ts";
import { FormModal } from "../../../ui/FormModal.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import type { NewSource, Sources } from "#answers/operator/sources.ts";
import { useSourceActions } from "../../../data/use-sources.ts";

interface Props {
  kinds: Sources["kinds"];
  onClose: () => void;
  onCreated: (created: NewSource) => void;
}

export function NewSourceModal({ kinds, onClose, onCreated }: Props) {
  const { create } = useSourceActions();
  const form = useForm({
    initialValues: { kind: kinds[0]?.kind ?? "", name: "", settings: "" },
    validate: {
      name: (value) => (value.trim() === "" ? t.errors.required : null),
      settings: (value) => (value.trim() === "" || isObject(value) ? null : t.stock.badJson),
    },
  });
  const sending = useSubmit(form, async ({ kind, name, settings }) =>
    onCreated(
      await create({
        kind,
        name: name.trim(),
        ...(settings.trim() === "" ? {} : { settings: JSON.parse(settings) as unknown }),
      }),
    ),
  );
  return (
    <FormModal title={t.stock.newSource} sending={sending} submit={t.stock.newSource} onClose={onClose}>
      <Select
        label={t.stock.kind}
        allowDeselect={false}
        data={kinds.map(({ kind }) => kind)}
        {...form.getInputProps("kind")}
      />
      <Text c="dimmed">{kinds.find(({ kind }) => kind === form.values.kind)?.about}</Text>
      <TextInput label={t.stock.name} {...form.getInputProps("name")} />
      <Textarea
        label={t.stock.settingsJson}
        description={t.stock.settingsHint}
        classNames={{ input: "mono" }}
        autosize
        minRows={2}
        {...form.getInputProps("settings")}
      />
    </FormModal>
  );
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
