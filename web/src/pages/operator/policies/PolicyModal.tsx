import { NumberInput, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { standing as texts } from "../../../texts/standing.ts";
import { t } from "../../../texts/t.ts";
import { FormModal } from "../../../ui/FormModal.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";

interface Props {
  categories: string[];
  onClose: () => void;
  onSave: (body: Record<string, unknown>) => Promise<unknown>;
}

interface Values extends Record<string, unknown> {
  service: string;
  category: string | null;
  country: string;
  rule: "allowed" | "tier" | "ask" | "never";
  tier: "email" | "verified" | "business";
  min_age_days: number | string;
  reason: string;
}

const rules = (["allowed", "tier", "ask", "never"] as const).map((rule) => ({
  value: rule,
  label: texts.rules[rule],
}));
const tiers = (["email", "verified", "business"] as const).map((tier) => ({
  value: tier,
  label: texts.tiers[tier],
}));

/** A policy: for which service or category, in which country, and who may rent it. */
export function PolicyModal({ categories, onClose, onSave }: Props) {
  const form = useForm<Values>({
    initialValues: {
      service: "",
      category: null,
      country: "",
      rule: "tier",
      tier: "verified",
      min_age_days: 0,
      reason: "",
    },
    validate: { reason: (value) => (value.trim() === "" ? t.errors.required : null) },
  });
  const sending = useSubmit(form, async ({ service, category, country, rule, tier, ...rest }) => {
    await onSave({
      ...(service.trim() === "" ? {} : { service: service.trim() }),
      ...(category === null ? {} : { category }),
      ...(country.trim() === "" ? {} : { country: country.trim() }),
      rule,
      ...(rule === "tier" ? { tier } : {}),
      min_age_days: Number(rest.min_age_days),
      reason: rest.reason.trim(),
    });
    onClose();
  });
  return (
    <FormModal
      title={texts.addTitle}
      text={texts.scopeHint}
      sending={sending}
      submit={t.common.save}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={texts.service}
        description={texts.serviceHint}
        {...form.getInputProps("service")}
      />
      <Select
        label={texts.category}
        data={categories}
        clearable
        searchable
        {...form.getInputProps("category")}
      />
      <TextInput
        label={texts.country}
        description={texts.countryHint}
        maxLength={2}
        {...form.getInputProps("country")}
      />
      <Select label={texts.rule} data={rules} allowDeselect={false} {...form.getInputProps("rule")} />
      {form.values.rule === "tier" && (
        <Select label={texts.tier} data={tiers} allowDeselect={false} {...form.getInputProps("tier")} />
      )}
      <NumberInput
        label={texts.minAge}
        min={0}
        max={3650}
        allowDecimal={false}
        {...form.getInputProps("min_age_days")}
      />
      <TextInput
        label={t.common.reason}
        description={t.common.reasonHint}
        {...form.getInputProps("reason")}
      />
    </FormModal>
  );
}
