import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { flushSync } from "react-dom";
import { own } from "../../../api/client.ts";
import type { CreatedCustomer } from "#answers/operator/customers.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { t } from "../../../texts/t.ts";
import { FormModal } from "../../../ui/FormModal.tsx";
import { NameInput } from "../../../ui/NameInput.tsx";
import { SecretModal } from "../../../ui/SecretModal.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";

interface Props {
  onClose: () => void;
  onDone: (id: number) => void;
}

/** Creates an account with its owner, and shows the first password once. */
export function NewCustomer({ onClose, onDone }: Props) {
  const client = useQueryClient();
  const [created, setCreated] = useState<CreatedCustomer | null>(null);
  const form = useForm({
    initialValues: { username: "", email: "" },
    validate: {
      username: (value) => (value.trim() === "" ? t.errors.required : null),
      email: (value) => (value.trim() === "" ? t.errors.required : null),
    },
  });
  const sending = useSubmit(form, async ({ username, email }) => {
    const body = { username: username.trim(), email: email.trim() };
    setCreated(await own<CreatedCustomer>("operator/customers", { method: "POST", body }));
    void client.invalidateQueries({ queryKey: ["operator"] });
  });
  if (created)
    return (
      <SecretModal
        title={operatorTexts.customerCreated}
        text={operatorTexts.customerSecretText}
        secrets={[
          [operatorTexts.username, created.username],
          [operatorTexts.firstPassword, created.password],
        ]}
        fileName={`zapotp-${created.username}.txt`}
        done={t.api.done}
        onClose={() => {
          flushSync(onClose); // It blocks leaving the page while it is open.
          onDone(created.id);
        }}
      />
    );
  return (
    <FormModal
      title={operatorTexts.newCustomer}
      text={operatorTexts.newCustomerText}
      sending={sending}
      submit={operatorTexts.createCustomer}
      onClose={onClose}
    >
      <NameInput label={operatorTexts.username} {...form.getInputProps("username")} />
      <TextInput label={t.team.email} type="email" {...form.getInputProps("email")} />
    </FormModal>
  );
}
