import { Button, Grid, Group, Select, Stack, TextInput } from "@mantine/core";
import { IconKey, IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import { useMode } from "../../../state/mode.ts";
import { t } from "../../../texts/t.ts";
import { FormError } from "../../../ui/FormError.tsx";
import { Section } from "../../../ui/Section.tsx";
import { Answer } from "./Answer.tsx";
import { Sample } from "./Sample.tsx";
import { callsOf, type Call } from "../../../samples/calls.ts";
import { useMakeKey } from "./use-keys.ts";
import { useRun } from "./use-run.ts";

interface Props {
  apiKey: string;
  onKey: (key: string) => void;
}

/** A call with the reader's own key, with its answer below. */
export function Console({ apiKey, onKey }: Props) {
  const mode = useMode();
  const run = useRun();
  const make = useMakeKey("test", onKey);
  const [id, setId] = useState<Call["id"]>("user");
  const calls = callsOf(run.orderId ?? "ORDER_ID");
  const call = calls.find((one) => one.id === id) ?? (calls[0] as Call);
  const needsOrder = id === "sms" && run.orderId === null;
  const hint = needsOrder ? t.api.firstRent : apiKey === "" ? t.api.keyNeeded : undefined;

  return (
    <Section
      title={t.api.first}
      lead={mode === "test" ? t.api.firstText : `${t.api.firstText} ${t.api.firstLive}`}
    >
      <Group align="flex-end" gap="xs">
        <Select
          label={t.api.call}
          allowDeselect={false}
          data={calls.map((one) => ({ value: one.id, label: t.api.calls[one.id] }))}
          value={id}
          onChange={(value) => value && setId(value as Call["id"])}
        />
        <TextInput
          label={t.api.key}
          description={t.api.keyHint}
          placeholder={t.api.keyPlaceholder}
          classNames={{ input: "mono" }}
          flex={1}
          miw={220}
          autoComplete="off"
          spellCheck={false}
          value={apiKey}
          onChange={(event) => onKey(event.currentTarget.value.trim())}
        />
        {apiKey === "" ? (
          <Button
            leftSection={<IconKey size={16} aria-hidden />}
            loading={make.isPending}
            onClick={() => make.mutate()}
          >
            {t.api.makeTestKey}
          </Button>
        ) : (
          <Button
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
            loading={run.busy}
            disabled={needsOrder}
            onClick={() => void run.start(call, apiKey)}
          >
            {t.api.run}
          </Button>
        )}
      </Group>
      <FormError text={make.error?.message ?? null} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Sample call={call} apiKey={apiKey} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack gap="xs">
            <Answer result={run.result} hint={hint} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Section>
  );
}
