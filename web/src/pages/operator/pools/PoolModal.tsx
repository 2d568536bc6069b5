import { Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import type { Pool } from "#answers/operator/pools.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { t } from "../../../texts/t.ts";
import { AmountInput } from "../../../ui/AmountInput.tsx";
import { FormModal } from "../../../ui/FormModal.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";

const lateKinds = Object.entries(stockTexts.lateKinds).map(([value, label]) => ({ value, label }));

interface Values extends Record<string, unknown> {
  name: string;
  provider: string;
  price: number | string;
  cost: number | string;
  late_messages: string;
}

/** A new pool, or (`pool`) changes to an existing one. */
export function PoolModal({ pool, onClose }: { pool: Pool | null; onClose: () => void }) {
  const client = useQueryClient();
  const form = useForm<Values>({
    initialValues: {
      name: pool?.name ?? "",
      provider: pool?.provider ?? "global",
      price: pool?.price ?? "",
      cost: pool?.cost ?? "",
      late_messages: pool?.late_messages ?? "free",
    },
    validate: {
      name: (value) => (value.trim() === "" ? t.errors.required : null),
      price: (value) => (value === "" ? t.errors.required : null),
    },
  });
  const sending = useSubmit(form, async ({ name, provider, price, cost, late_messages: late }) => {
    const changed = { name: name.trim(), price: Number(price), cost: Number(cost), late_messages: late };
    await (pool
      ? own(`operator/pools/${pool.id}`, { method: "PATCH", body: changed })
      : own("operator/pools", { method: "POST", body: { ...changed, provider } }));
    await client.invalidateQueries({ queryKey: ["operator"] });
    onClose();
  });
  return (
    <FormModal
      title={pool?.name ?? stockTexts.newPool}
      sending={sending}
      submit={pool ? t.common.save : stockTexts.create}
      onClose={onClose}
    >
      <TextInput data-autofocus label={stockTexts.name} {...form.getInputProps("name")} />
      {!pool && (
        <Select
          label={stockTexts.provider}
          allowDeselect={false}
          data={["global", "usa"]}
          {...form.getInputProps("provider")}
        />
      )}
      <AmountInput label={stockTexts.price} {...form.getInputProps("price")} />
      <AmountInput
        label={stockTexts.cost}
        description={stockTexts.costHint}
        {...form.getInputProps("cost")}
      />
      <Select
        label={stockTexts.late}
        allowDeselect={false}
        data={lateKinds}
        {...form.getInputProps("late_messages")}
      />
    </FormModal>
  );
}
