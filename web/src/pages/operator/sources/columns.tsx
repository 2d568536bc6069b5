import { Group, Text } from "@mantine/core";
import type { Source } from "#answers/operator/sources.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { lines as lineTexts } from "../../../texts/lines.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { t } from "../../../texts/t.ts";
import { Light } from "../../../ui/Light.tsx";
import { WayLink } from "../../../ui/WayLink.tsx";
import { RowButton } from "../../../ui/RowButton.tsx";
import type { Column } from "../../../ui/column.ts";
import { ago, count, shortTime } from "../../../ui/format.ts";
import { sourceState } from "../../../parts/lights.ts";

/** Of a link that the server holds: bound since when, or why not. */
function LinkLight({ link }: { link: NonNullable<Source["link"]> }) {
  const { bound_since: at, last_error: why } = link;
  return at === null ? (
    <>
      <Light state="bad" text={stockTexts.linkDown} />
      {/* An address may be long: on a phone it must not push the other columns out. */}
      <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere", minWidth: "8rem" }}>
        {why}
      </Text>
    </>
  ) : (
    <Light state="good" text={stockTexts.linkBound(shortTime(at))} />
  );
}

export const sourceColumns = (
  onGuide: (source: Source) => void,
  onTest: (source: Source) => void,
  onRotate: (source: Source) => void,
  onRetire: (source: Source) => void,
): Column<Source>[] => [
  {
    title: stockTexts.name,
    name: "name",
    sortBy: ({ name }) => name.toLowerCase(),
    cell: ({ name, kind, link, retired_at: retired }) => (
      <>
        <Text fw={500}>{name}</Text>
        <Text size="xs" c="dimmed">
          {kind}
        </Text>
        {retired !== null && <Light state="idle" text={stockTexts.retired} />}
        {retired === null && link && <LinkLight link={link} />}
      </>
    ),
  },
  {
    title: stockTexts.lastMessage,
    name: "heard",
    sortBy: ({ last_message_at: at }) => at,
    cell: (source) => (
      <>
        <Light
          state={sourceState(source)}
          text={source.last_message_at === null ? operatorTexts.noMessageYet : ago(source.last_message_at)}
        />
        {source.fault !== null && (
          <Text size="xs" c="dimmed" maw={360}>
            {lineTexts.lastError(ago(source.fault.at))}
            <span lang="en">{source.fault.text}</span>
          </Text>
        )}
      </>
    ),
  },
  {
    title: stockTexts.messagesToday,
    name: "messages",
    sortBy: ({ messages_today: n }) => n,
    right: true,
    wide: true,
    cell: ({ id, messages_today: n }) => (
      <WayLink
        way={{ to: "/operator/messages", search: { state: "all", source: String(id) } }}
        className="text-link"
      >
        {count(n)}
      </WayLink>
    ),
  },
  {
    title: stockTexts.unmatchedToday,
    name: "unmatched",
    sortBy: ({ unmatched_today: n }) => n,
    right: true,
    wide: true,
    cell: ({ id, unmatched_today: n }) => (
      <WayLink way={{ to: "/operator/messages", search: { source: String(id) } }} className="text-link">
        {count(n)}
      </WayLink>
    ),
  },
  {
    title: t.common.actions,
    right: true,
    cell: (source) =>
      source.retired_at === null &&
      source.kind !== "sandbox" && (
        <Group gap={6} justify="flex-end">
          <RowButton text={stockTexts.guide} onClick={() => onGuide(source)} />
          <RowButton text={stockTexts.test} onClick={() => onTest(source)} />
          <RowButton text={stockTexts.rotate} onClick={() => onRotate(source)} />
          <RowButton text={stockTexts.retire} onClick={() => onRetire(source)} />
        </Group>
      ),
  },
];
