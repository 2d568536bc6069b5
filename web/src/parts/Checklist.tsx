import { Button, Group, List, Text, ThemeIcon } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useMe } from "../data/use-me.ts";
import { dismissedChecklists } from "../state/preferences.ts";
import { useStore } from "../state/store.ts";
import { t } from "../texts/t.ts";
import { Section } from "../ui/Section.tsx";
import { WayLink, type Way } from "../ui/WayLink.tsx";

export interface Step {
  text: string;
  isDone: boolean;
  way: Way;
}

interface Props {
  title: string;
  steps: Step[] | undefined;
}

/** First steps that tick themselves; it is gone once all are done, or when the member dismisses it. */
export function Checklist({ title, steps }: Props) {
  const memberId = useMe()?.member.id ?? 0;
  const dismissed = useStore(dismissedChecklists);
  if (steps === undefined || dismissed.includes(memberId) || steps.every(({ isDone }) => isDone)) return null;
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <Section
      title={title}
      actions={
        <Group gap="sm">
          <Text c="dimmed">{t.common.stepsDone(done, steps.length)}</Text>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => dismissedChecklists.set([...dismissed, memberId])}
          >
            {t.common.dismiss}
          </Button>
        </Group>
      }
    >
      <List type="ordered" listStyleType="none" spacing="xs" center>
        {steps.map(({ text, isDone, way }) => (
          <List.Item
            key={text}
            aria-label={t.common.stepState(text, isDone)}
            icon={
              <ThemeIcon size={20} radius="xl" color="teal" variant={isDone ? "filled" : "default"}>
                {isDone && <IconCheck size={13} aria-hidden />}
              </ThemeIcon>
            }
          >
            {isDone ? (
              <Text c="dimmed" td="line-through">
                {text}
              </Text>
            ) : (
              <WayLink way={way} className="text-link">
                {text}
              </WayLink>
            )}
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
