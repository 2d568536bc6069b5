import { Select, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { OperatorCase } from "#answers/cases.ts";
import { cases, operatorReports as texts } from "../../../texts/cases.ts";
import { t } from "../../../texts/t.ts";
import { FormModal } from "../../../ui/FormModal.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";

export interface Decision {
  outcome: string | null;
  account_id?: number;
  to_reporter?: string;
  to_customer?: string;
}

interface Props {
  one: OperatorCase;
  onClose: () => void;
  onDecide: (decision: Decision) => Promise<unknown>;
}

const outcomes = Object.entries(cases.outcomes).map(([value, label]) => ({ value, label }));

/** The outcome, whom it is about, and the reasons for each side. */
export function DecideModal({ one, onClose, onDecide }: Props) {
  const customers = new Map(one.holders.map(({ account_id: id, account }) => [String(id), account]));
  const form = useForm<{
    outcome: string | null;
    account_id: string | null;
    to_reporter: string;
    to_customer: string;
  }>({
    initialValues: {
      outcome: one.outcome,
      account_id: one.account_id === null ? null : String(one.account_id),
      to_reporter: "",
      to_customer: "",
    },
    validate: { outcome: (value) => (value === null ? t.errors.required : null) },
  });
  const { outcome, account_id: account } = form.values;
  // Of an appeal that changes nothing, the other side is not told.
  const tells = (side: "reporter" | "customer"): boolean =>
    one.appellants.length === 0 || outcome !== one.outcome || one.appellants.includes(side);
  const sending = useSubmit(
    form,
    async ({ to_reporter: reporter, to_customer: customer }) => {
      await onDecide({
        outcome,
        ...(account === null ? {} : { account_id: Number(account) }),
        ...(reporter.trim() === "" ? {} : { to_reporter: reporter }),
        ...(customer.trim() === "" ? {} : { to_customer: customer }),
      });
      onClose();
    },
    { fields: { account: "account_id", never_had_number: "account_id" } },
  );
  return (
    <FormModal
      title={texts.decideTitle(one.name)}
      text={one.appellants.length > 0 ? texts.appealText : texts.decideText}
      size="lg"
      sending={sending}
      submit={texts.decide}
      onClose={onClose}
    >
      <Select data-autofocus label={cases.outcome} data={outcomes} {...form.getInputProps("outcome")} />
      <Select
        label={texts.account}
        description={texts.accountHint}
        placeholder={texts.nobody}
        clearable
        disabled={one.account_id !== null}
        data={[...customers].map(([value, label]) => ({ value, label }))}
        {...form.getInputProps("account_id")}
      />
      {tells("reporter") && (
        <Textarea
          label={texts.toReporter}
          autosize
          minRows={3}
          maxLength={5000}
          {...form.getInputProps("to_reporter")}
        />
      )}
      {account !== null && (tells("customer") || one.account_id === null) && (
        <Textarea
          label={texts.toCustomer}
          autosize
          minRows={3}
          maxLength={5000}
          {...form.getInputProps("to_customer")}
        />
      )}
    </FormModal>
  );
}
