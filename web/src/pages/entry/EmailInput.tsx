import { TextInput, type TextInputProps } from "@mantine/core";
import { t } from "../../texts/t.ts";

/** A field for one's own e-mail address. */
export function EmailInput(props: TextInputProps) {
  return <TextInput type="email" label={t.account.email} autoComplete="email" {...props} />;
}
