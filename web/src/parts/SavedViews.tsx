import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput } from "@mantine/core";
import { IconBookmark, IconTrash } from "@tabler/icons-react";
import { useRouterState } from "@tanstack/react-router";
import { useState } from "react";
import { useMe } from "../data/use-me.ts";
import { forgetView, saveView, savedViews, viewsKey, type SavedView } from "../state/saved-views.ts";
import { useStore } from "../state/store.ts";
import { t } from "../texts/t.ts";

interface Props {
  /** The page's filters as they are now. */
  filter: Record<string, string | undefined>;
  onChoose: (change: Record<string, string | null>) => void;
}

/** The member's views of a list: its filters under a name, in this browser. */
export function SavedViews({ filter, onChoose }: Props) {
  const page = useRouterState({ select: ({ location }) => location.pathname });
  const memberId = useMe()?.member.id ?? 0;
  const key = viewsKey(memberId, page);
  const views = useStore(savedViews)[key] ?? [];
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState("");
  const search = Object.fromEntries(
    Object.entries(filter).flatMap(([of, value]) => (value ? [[of, value]] : [])),
  );
  const isFiltered = Object.keys(search).length > 0;
  function choose(view: SavedView): void {
    onChoose({ ...Object.fromEntries(Object.keys(search).map((of) => [of, null])), ...view.search });
    setOpen(false);
  }

  function save(): void {
    if (name.trim() === "") return;
    saveView(key, { name: name.trim(), search });
    setName("");
  }

  return (
    <Popover position="bottom-end" trapFocus returnFocus opened={isOpen} onChange={setOpen}>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={16} aria-hidden />}
          onClick={() => setOpen(!isOpen)}
        >
          {t.common.views(views.length)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown miw={260} p="xs">
        <Stack gap={6}>
          {views.length === 0 && <Text c="dimmed">{t.common.noViews}</Text>}
          {views.map((view) => (
            <Group key={view.name} gap={4} wrap="nowrap">
              <Button
                variant="subtle"
                size="compact-sm"
                flex={1}
                justify="flex-start"
                onClick={() => choose(view)}
              >
                {view.name}
              </Button>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t.common.forgetView(view.name)}
                onClick={() => forgetView(key, view.name)}
              >
                <IconTrash size={15} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
          <Group gap={6} wrap="nowrap" align="flex-end">
            <TextInput
              size="xs"
              flex={1}
              label={t.common.viewName}
              maxLength={40}
              disabled={!isFiltered}
              value={name}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
              onKeyDown={(event) => event.key === "Enter" && save()}
            />
            <Button size="xs" disabled={!isFiltered || name.trim() === ""} onClick={save}>
              {t.common.save}
            </Button>
          </Group>
          {!isFiltered && (
            <Text size="xs" c="dimmed">
              {t.common.viewHint}
            </Text>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
