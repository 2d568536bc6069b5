import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import type { Wallet } from "#answers/wallet.ts";
import { t } from "../../../texts/t.ts";
import { FormModal } from "../../../ui/FormModal.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { LeftMoney } from "./LeftMoney.tsx";
import { ProofFields, noProof, proofFields, proofOf, validateProof } from "../../../parts/ProofFields.tsx";

export function DeleteModal({ onClose }: { onClose: () => void }) {
  const wallet = useQuery({
    queryKey: ["wallet", "live"],
    queryFn: () => own<Wallet>("wallet", { mode: "live" }),
  });
  const hasMoney = (wallet.data?.balance ?? 0) > 0;
  const form = useForm({
    initialValues: { ...noProof, balance: "", pay_out_to: "" },
    validate: {
      ...validateProof,
      balance: (value) => (hasMoney && value === "" ? t.settings.decide : null),
      pay_out_to: (value, { balance }) =>
        balance === "pay_out" && value.trim() === "" ? t.errors.required : null,
    },
  });
  const sending = useSubmit(
    form,
    async ({ balance, pay_out_to: to, ...proof }) => {
      const decision = { balance, ...(balance === "pay_out" ? { pay_out_to: to.trim() } : {}) };
      const body = { ...proofOf(proof), ...(hasMoney ? decision : {}) };
      await own("account", { method: "DELETE", body });
      window.location.assign("/sign-in");
    },
    { fields: proofFields },
  );
  return (
    <FormModal
      title={t.settings.delete}
      text={t.settings.deleteText}
      sending={sending}
      submit={t.settings.delete}
      danger
      onClose={onClose}
    >
      {wallet.data && hasMoney && <LeftMoney form={form} wallet={wallet.data} />}
      <ProofFields form={form} autoFocus label={t.settings.deleteConfirm} />
    </FormModal>
  );
}
