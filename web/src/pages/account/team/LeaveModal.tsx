import { Checkbox } from "@mantine/core";
import { useForm } from "@mantine/form";
import { t } from "../../../texts/t.ts";
import { FormModal } from "../../../ui/FormModal.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { useKeysMadeBy } from "./use-team.ts";

interface Props {
  memberId: number;
  title: string;
  text: string;
  submit: string;
  onClose: () => void;
  onConfirm: (keepKeys: boolean) => Promise<unknown>;
}

/** Confirms before somebody loses their membership or role, and decides what happens to the keys they know. */
export function LeaveModal({ memberId, title, text, submit, onClose, onConfirm }: Props) {
  const { data: names = [] } = useKeysMadeBy(memberId);
  const form = useForm({ initialValues: { revoke: true } });
  const sending = useSubmit(form, async ({ revoke }) => {
    await onConfirm(!revoke);
    onClose();
  });
  return (
    <FormModal title={title} text={text} sending={sending} submit={submit} danger onClose={onClose}>
      <Checkbox
        data-autofocus
        label={t.team.revokeKeys}
        description={t.team.revokeKeysHint(names)}
        {...form.getInputProps("revoke", { type: "checkbox" })}
      />
    </FormModal>
  );
}
