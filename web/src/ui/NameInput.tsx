import { TextInput, type TextInputProps } from "@mantine/core";

/** A field for the name of something new: the first in its form. */
export function NameInput(props: TextInputProps) {
  return <TextInput data-autofocus maxLength={64} {...props} />;
}
