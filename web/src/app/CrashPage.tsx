import { Button, Container, Stack, Text, Title } from "@mantine/core";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { isApiError } from "../api/error.ts";
import { t } from "../texts/t.ts";
import { Failed } from "../ui/Failed.tsx";

/** Shown for a page that threw, or whose code or data could not be fetched. */
export function CrashPage({ error }: ErrorComponentProps) {
  const title = isApiError(error) ? t.errors.loading : t.errors.crash;
  if (isApiError(error, "offline"))
    return (
      <Container component="main" size="xs" py="xl">
        <Title order={1}>{t.shell.offlineTitle}</Title>
        <Text>{t.shell.offlineNothing}</Text>
      </Container>
    );
  return (
    <Container size="xs" py="xl">
      <Stack>
        <Failed error={isApiError(error) ? error : new Error(t.errors.crashHint)} title={title} />
        <Button onClick={() => window.location.reload()}>{t.common.retry}</Button>
      </Stack>
    </Container>
  );
}
