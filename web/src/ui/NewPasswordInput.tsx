import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { t } from "../texts/t.ts";

/** A field for a password that is being chosen; it shows the minimum length. */
export function NewPasswordInput(props: PasswordInputProps) {
  return <PasswordInput description={t.account.passwordHint} autoComplete="new-password" {...props} />;
}
