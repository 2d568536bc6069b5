import { PasswordInput } from "@mantine/core";
import type { GetInputProps } from "@mantine/form";
import { t } from "../texts/t.ts";
import { NewPasswordInput } from "../ui/NewPasswordInput.tsx";
import type { ChangedPassword } from "./use-change-password.ts";

interface Props {
  form: { getInputProps: GetInputProps<ChangedPassword> };
  /** The label of the current password. */
  current: string;
}

/** The current password, and the new one. */
export function ChangePasswordFields({ form, current }: Props) {
  return (
    <>
      <PasswordInput label={current} autoComplete="current-password" {...form.getInputProps("current")} />
      <NewPasswordInput label={t.account.newPassword} {...form.getInputProps("password")} />
    </>
  );
}
