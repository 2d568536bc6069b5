import { ActionIcon, Button, Group, Menu, TextInput } from "@mantine/core";
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
  const [name, setName] = useState("");
  const search = Object.fromEntries(
    Object.entries(filter).flatMap(([of, value]) => (value ? [[of, value]] : [])),
  );
  const isFiltered = Object.keys(search).length > 0;
  const choose = (view: SavedView): void =>
    onChoose({ ...Object.fromEntries(Object.keys(search).map((of) => [of, null])), ...view.search });

  function save(): void {
    if (name.trim() === "") return;
    saveView(key, { name: name.trim(), search });
    setName("");
  }

  return (
    <Menu position="bottom-end" trapFocus>
      <Menu.Target>
        <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />}>
          {t.common.views(views.length)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown miw={240}>
        {views.length === 0 && <Menu.Label>{t.common.noViews}</Menu.Label>}
        {views.map((view) => (
          <Group key={view.name} gap={4} wrap="nowrap">
            <Menu.Item onClick={() => choose(view)}>{view.name}</Menu.Item>
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
        <Menu.Divider />
        <Group gap={6} p={6} wrap="nowrap" align="flex-end">
          <TextInput
            size="xs"
            flex={1}
            label={t.common.viewName}
            maxLength={40}
            disabled={!isFiltered}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            onKeyDown={(event) => {
              event.stopPropagation(); // The menu would jump to entries that begin with the letter.
              if (event.key === "Enter") save();
            }}
          />
          <Button size="xs" disabled={!isFiltered || name.trim() === ""} onClick={save}>
            {t.common.save}
          </Button>
        </Group>
        {!isFiltered && <Menu.Label>{t.common.viewHint}</Menu.Label>}
      </Menu.Dropdown>
    </Menu>
  );
}
