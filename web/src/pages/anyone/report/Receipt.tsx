import { Anchor, Button, Group, Stack, Text, Title } from "@mantine/core";
import type { ReportReceipt } from "#answers/cases.ts";
import { cases, reportPage as texts } from "../../../texts/cases.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Time } from "../../../ui/Time.tsx";

/** The case number and the secret link, which are shown once. */
export const Receipt = ({ receipt, onAnother }: { receipt: ReportReceipt; onAnother: () => void }) => (
  <Stack role="status">
    <Title order={1}>{texts.receivedTitle}</Title>
    <Text>
      {texts.received(receipt.name)} {cases.dueAt}: <Time at={receipt.due_at} />.
    </Text>
    <Text fw={600}>{texts.keep}</Text>
    <Text className="mono" style={{ overflowWrap: "anywhere" }}>
      {receipt.link}
    </Text>
    <Group>
      <CopyButton value={receipt.link} />
      <Anchor href={receipt.link}>{texts.open}</Anchor>
      <Button variant="default" onClick={onAnother}>
        {texts.another}
      </Button>
    </Group>
  </Stack>
);
