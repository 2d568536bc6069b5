import { PasswordInput } from "@mantine/core";
import type { GetInputProps } from "@mantine/form";
import { t } from "../texts/t.ts";
import { NewPasswordInput } from "../ui/NewPasswordInput.tsx";
import type { ChangedPassword } from "./use-change-password.ts";

interface Props {
  form: { getInputProps: GetInputProps<ChangedPassword> };
  /** What the password is called that is to be replaced. */
  current: string;
}

/** The password that is to be replaced, and the new one. */
export function ChangePasswordFields({ form, current }: Props) {
  return (
    <>
      <PasswordInput label={current} autoComplete="current-password" {...form.getInputProps("current")} />
      <NewPasswordInput label={t.account.newPassword} {...form.getInputProps("password")} />
    </>
  );
}
