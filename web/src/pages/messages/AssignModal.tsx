import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { own } from "../../api/client.ts";
import type { OperatorMessage, OperatorOrder } from "../../api/types/operator.ts";
import { t } from "../../texts/t.ts";
import { FormError } from "../../ui/FormError.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { useSubmit } from "../../ui/use-submit.ts";
import { Candidates } from "./Candidates.tsx";

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
  const { onSubmit, busy, error } = useSubmit(
    form,
    async ({ order_id: id }) => {
      const { state } = await own<{ state: string }>(`operator/messages/${message.id}/assign`, {
        method: "POST",
        body: { order_id: id.trim() },
      });
      notifications.show({ message: t.operator.assigned(state) });
      await client.invalidateQueries({ queryKey: ["operator"] });
      onClose();
    },
    { fields: { order_not_found: "order_id" } },
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.operator.assignTitle}
      closeButtonProps={{ "aria-label": t.common.close }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <Text>{t.operator.assignText}</Text>
          <Loaded query={candidates} rows={2}>
            {(orders) => <Candidates orders={orders} onChoose={(id) => form.setFieldValue("order_id", id)} />}
          </Loaded>
          <FormError text={error} />
          <TextInput label={t.operator.orderId} inputMode="numeric" {...form.getInputProps("order_id")} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.common.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {t.operator.assign}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
