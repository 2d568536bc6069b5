import { Alert } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";

/** An error of a form that belongs to no particular field. */
export function FormError({ text }: { text: string | null }) {
  if (text === null) return null;
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle />} role="alert">
      {text}
    </Alert>
  );
}
