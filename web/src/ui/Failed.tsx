import { Alert, Button, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { isApiError } from "../api/error.ts";
import { t } from "../texts/t.ts";

interface Props {
  error: unknown;
  title?: string;
  onRetry?: () => void;
}

/** The error, in the server's words, and what to do. */
export function Failed({ error, title = t.errors.loading, onRetry }: Props) {
  const id = isApiError(error) ? error.details["request_id"] : undefined;
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle />} title={title} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text>{error instanceof Error ? error.message : String(error)}</Text>
        {typeof id === "string" && (
          <Text size="xs" className="mono">
            {t.errors.requestId(id)}
          </Text>
        )}
        {onRetry && (
          <Button variant="default" size="xs" onClick={onRetry}>
            {t.common.retry}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
