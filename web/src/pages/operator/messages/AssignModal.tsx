import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import type { OperatorMessage } from "#answers/operator/messages.ts";
import type { OperatorOrder } from "#answers/operator/orders.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { t } from "../../../texts/t.ts";
import { FormModal } from "../../../ui/FormModal.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { Candidates } from "./Candidates.tsx";
import type { Assigned } from "#answers/operator/messages.ts";

export function AssignModal({ message, onClose }: { message: OperatorMessage; onClose: () => void }) {
  const client = useQueryClient();
  const candidates = useQuery({
    queryKey: ["operator", "candidates", message.id],
    queryFn: () => own<OperatorOrder[]>(`operator/messages/${message.id}/candidates`),
  });
  const form = useForm({
    initialValues: { order_id: "" },
    validate: { order_id: (value) => (/^\d{1,10}$/.test(value.trim()) ? null : t.errors.required) },
  });
  const sending = useSubmit(
    form,
    async ({ order_id: id }) => {
      const { state } = await own<Assigned>(`operator/messages/${message.id}/assign`, {
        method: "POST",
        body: { order_id: id.trim() },
      });
      notifications.show({ message: operatorTexts.assigned(state) });
      await client.invalidateQueries({ queryKey: ["operator"] });
      onClose();
    },
    { fields: { order_not_found: "order_id" } },
  );
  return (
    <FormModal
      title={operatorTexts.assignTitle}
      text={operatorTexts.assignText}
      sending={sending}
      submit={operatorTexts.assign}
      onClose={onClose}
    >
      <Loaded query={candidates} rows={2}>
        {(orders) => <Candidates orders={orders} onChoose={(id) => form.setFieldValue("order_id", id)} />}
      </Loaded>
      <TextInput label={operatorTexts.orderId} inputMode="numeric" {...form.getInputProps("order_id")} />
    </FormModal>
  );
}
