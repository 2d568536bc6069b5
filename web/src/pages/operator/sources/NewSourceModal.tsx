import { Anchor, Collapse, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import type { NewSource, Sources } from "#answers/operator/sources.ts";
import { useSourceActions } from "../../../data/use-sources.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { t } from "../../../texts/t.ts";
import { FormModal } from "../../../ui/FormModal.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { OptionField } from "./OptionField.tsx";
import { emptyValues, faultOf, settingsFrom, type OptionValues } from "./option-values.ts";

type Kind = Sources["kinds"][number];

interface Props {
  kinds: Kind[];
  onClose: () => void;
  onCreated: (created: NewSource) => void;
}

/** How the kinds name the setting that holds their secrets, which is one field here. */
const fieldsOfSecrets = Object.fromEntries(
  ["authTokens", "publicKeys", "signatureSecrets", "passwords", "secrets"].map((setting) => [
    setting,
    "secrets",
  ]),
);

/** A form generated from the settings that an operator may choose for the kind. */
export function NewSourceModal({ kinds, onClose, onCreated }: Props) {
  const { create } = useSourceActions();
  const [kind, setKind] = useState(kinds[0]);
  const [wantsMore, setMore] = useState(false);
  const options = kind?.options ?? [];
  const form = useForm<OptionValues>({
    initialValues: { name: "", ...emptyValues(kinds.flatMap((one) => one.options)) },
    validate: (values) =>
      Object.fromEntries([
        ["name", values["name"]?.toString().trim() === "" ? t.errors.required : null],
        ...options.map((option) => [option.name, faultOf(option, values)]),
      ]),
  });
  const sending = useSubmit(
    form,
    async (values) =>
      onCreated(
        await create({
          kind: kind?.kind ?? "",
          name: String(values["name"]).trim(),
          settings: settingsFrom(options, values),
        }),
      ),
    { fields: { ...fieldsOfSecrets, "auth.kind": "auth" } },
  );
  /** Each kind has its own settings, even where they have the same name. */
  const change = (next: Kind | undefined) => {
    setKind(next);
    form.setValues(emptyValues(next?.options ?? []));
    form.clearErrors();
  };
  const fieldsOf = (seldom: boolean) =>
    options
      .filter((option) => option.seldom === seldom)
      .map((option) => (
        <OptionField key={option.name} option={option} input={form.getInputProps(option.name)} />
      ));
  const more = fieldsOf(true);
  const isMore = wantsMore || options.some(({ name, seldom }) => seldom && form.errors[name]);
  return (
    <FormModal title={stockTexts.newSource} sending={sending} submit={stockTexts.newSource} onClose={onClose}>
      <Select
        label={stockTexts.kind}
        allowDeselect={false}
        data={kinds.map((one) => one.kind)}
        value={kind?.kind ?? null}
        onChange={(name) => change(kinds.find((one) => one.kind === name))}
      />
      <Text c="dimmed">{kind?.about}</Text>
      <TextInput label={stockTexts.name} maxLength={64} {...form.getInputProps("name")} />
      {fieldsOf(false)}
      {more.length > 0 && (
        <>
          <Anchor component="button" type="button" onClick={() => setMore(!isMore)} aria-expanded={isMore}>
            {isMore ? stockTexts.fewerSettings : stockTexts.moreSettings}
          </Anchor>
          <Collapse expanded={isMore}>
            <Stack>{more}</Stack>
          </Collapse>
        </>
      )}
    </FormModal>
  );
}
