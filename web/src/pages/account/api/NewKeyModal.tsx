import { Checkbox, NumberInput, Stack, TextInput, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { timeZone } from "../../../state/time-zone.ts";
import { momentOf } from "../../../state/wall-clock.ts";
import { useMode } from "../../../state/mode.ts";
import { useMay } from "../../../data/use-me.ts";
import { t } from "../../../texts/t.ts";
import { FormModal } from "../../../ui/FormModal.tsx";
import { NameInput } from "../../../ui/NameInput.tsx";
import { ProofFields, noProof, proofFields, proofIf } from "../../../parts/ProofFields.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { useCreateKey } from "./use-keys.ts";

interface Props {
  onClose: () => void;
  onCreated: (key: string) => void;
}

interface Values extends Record<string, unknown> {
  name: string;
  scopes: string[];
  allowed_ips: string;
  daily_cap: number | string;
  expires_at: string;
  password: string;
  code: string;
}

export function NewKeyModal({ onClose, onCreated }: Props) {
  const create = useCreateKey();
  const mayAll = useMay("owner");
  const mode = useMode();
  const needsProof = mode === "live";
  const form = useForm<Values>({
    initialValues: {
      name: "",
      scopes: ["read", "rent"],
      allowed_ips: "",
      daily_cap: "",
      expires_at: "",
      ...noProof,
    },
    validate: {
      password: (value) => (needsProof && value === "" ? t.errors.required : null),
      name: (value) => (value.trim() === "" ? t.errors.required : null),
      scopes: (value) => (value.length === 0 ? t.errors.required : null),
    },
  });
  const sending = useSubmit(
    form,
    async (values) => {
      const ips = values.allowed_ips.split(/[\s,]+/).filter(Boolean);
      onCreated(
        await create({
          name: values.name.trim(),
          scopes: values.scopes,
          ...(ips.length > 0 ? { allowed_ips: ips } : {}),
          ...(values.daily_cap === "" ? {} : { daily_cap: Number(values.daily_cap) }),
          ...(values.expires_at === ""
            ? {}
            : { expires_at: momentOf(values.expires_at, timeZone)?.toISOString() }),
          ...proofIf(needsProof, values),
        }),
      );
    },
    { fields: proofFields },
  );
  const scopes = mayAll ? ["read", "rent", "admin"] : ["read", "rent"];

  return (
    <FormModal title={t.api.newKey} sending={sending} submit={t.api.create} onClose={onClose}>
      <NameInput label={t.api.name} description={t.api.nameHint} {...form.getInputProps("name")} />
      <Checkbox.Group label={t.api.scopes} {...form.getInputProps("scopes")}>
        <Stack gap={6} mt={6}>
          {scopes.map((scope) => (
            <Checkbox key={scope} value={scope} label={`${scope}: ${t.api.scope[scope]}`} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Textarea
        label={t.api.ips}
        description={t.api.ipsHint}
        autosize
        {...form.getInputProps("allowed_ips")}
      />
      <NumberInput
        label={t.api.cap}
        description={t.api.capHint}
        min={0}
        decimalScale={2}
        {...form.getInputProps("daily_cap")}
      />
      <TextInput
        type="datetime-local"
        label={t.api.expires}
        description={t.api.expiresHint}
        {...form.getInputProps("expires_at")}
      />
      {needsProof && <ProofFields form={form} />}
    </FormModal>
  );
}
