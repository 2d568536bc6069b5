import { TextInput, type TextInputProps } from "@mantine/core";

/** A field for what somebody calls a new thing of theirs: the first of its form. */
export function NameInput(props: TextInputProps) {
  return <TextInput data-autofocus maxLength={64} {...props} />;
}
