import { List, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import markdown from "../../../../../CHANGELOG.md?raw";
import { PublicFrame } from "../../../parts/PublicFrame.tsx";
import { changelog as texts } from "../../../texts/public.ts";
import { t } from "../../../texts/t.ts";
import { InlineText } from "../../../ui/InlineText.tsx";
import { readChangelog } from "./read-changelog.ts";

const releases = readChangelog(markdown);

/** The changelog as it was when these pages were built. */
export function ChangelogPage() {
  useDocumentTitle(`${texts.title} · ${t.common.product}`);
  return (
    <PublicFrame here="/changelog">
      <Stack>
        <div>
          <Title order={1}>{texts.title}</Title>
          <Text c="dimmed">{texts.lead}</Text>
        </div>
        {releases.map(({ title, points }) => (
          <section key={title}>
            <Title order={2} mb="xs">
              {title}
            </Title>
            <List spacing="xs">
              {points.map((point) => (
                <List.Item key={point}>
                  <InlineText text={point} />
                </List.Item>
              ))}
            </List>
          </section>
        ))}
      </Stack>
    </PublicFrame>
  );
}
