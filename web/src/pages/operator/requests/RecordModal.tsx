import { Checkbox, Group, SegmentedControl, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import { requests as texts } from "../../../texts/cases.ts";
import { t } from "../../../texts/t.ts";
import { FormModal } from "../../../ui/FormModal.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";

interface Props {
  onClose: () => void;
  onDone: (id: number) => void;
}

const ofNumbers = ["account", "orders", "messages", "payments"];
const ofAccounts = [...ofNumbers, "sessions", "actions"];
const scopes = Object.entries(texts.aboutKinds).map(([value, label]) => ({ value, label }));
const required = (value: string): string | null => (value.trim() === "" ? t.errors.required : null);

/** Who asks, by which law, and for exactly what. */
export function RecordModal({ onClose, onDone }: Props) {
  const client = useQueryClient();
  const form = useForm({
    initialValues: {
      authority: "",
      reference: "",
      legal_basis: "",
      scope: "number",
      about: "",
      from: "",
      to: "",
      kinds: [] as string[],
      notice_waits_because: "",
      notice_due_at: "",
    },
    validate: {
      authority: required,
      reference: required,
      legal_basis: required,
      about: required,
      from: required,
      to: required,
      kinds: (value) => (value.length === 0 ? t.errors.required : null),
    },
  });
  const { scope } = form.values;
  const known = scope === "number" ? ofNumbers : ofAccounts;
  const sending = useSubmit(
    form,
    async ({
      scope: about,
      about: whom,
      kinds,
      notice_waits_because: because,
      notice_due_at: due,
      ...given
    }) => {
      const { id } = await own<{ id: number }>("operator/requests", {
        method: "POST",
        body: {
          ...given,
          [about]: whom,
          kinds: kinds.filter((kind) => known.includes(kind)),
          ...(because.trim() === "" ? {} : { notice_waits_because: because }),
          ...(due.trim() === "" ? {} : { notice_due_at: due }),
        },
      });
      await client.invalidateQueries({ queryKey: ["operator"] });
      onClose();
      onDone(id);
    },
    { fields: { number: "about", account: "about", account_not_found: "about" } },
  );
  return (
    <FormModal title={texts.record} size="lg" sending={sending} submit={texts.record} onClose={onClose}>
      <TextInput data-autofocus label={texts.authority} {...form.getInputProps("authority")} />
      <TextInput label={texts.reference} {...form.getInputProps("reference")} />
      <TextInput label={texts.legalBasis} {...form.getInputProps("legal_basis")} />
      <SegmentedControl aria-label={texts.about} data={scopes} {...form.getInputProps("scope")} />
      <TextInput label={texts.about} description={texts.aboutHint} {...form.getInputProps("about")} />
      <Group grow align="flex-start">
        <TextInput label={texts.from} placeholder="2026-01-31" {...form.getInputProps("from")} />
        <TextInput label={texts.to} placeholder="2026-02-01" {...form.getInputProps("to")} />
      </Group>
      <Checkbox.Group
        label={texts.kinds}
        description={texts.timeHint}
        inputWrapperOrder={["label", "input", "error", "description"]}
        {...form.getInputProps("kinds")}
      >
        <Stack gap={6} my={6}>
          {known.map((kind) => (
            <Checkbox key={kind} value={kind} label={texts.kindNames[kind] ?? kind} />
          ))}
        </Stack>
      </Checkbox.Group>
      <TextInput
        label={texts.waitsBecause}
        description={texts.waitsHint}
        {...form.getInputProps("notice_waits_because")}
      />
      <TextInput label={texts.dueAt} placeholder="2026-06-30" {...form.getInputProps("notice_due_at")} />
    </FormModal>
  );
}
