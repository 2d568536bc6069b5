import { Text } from "@mantine/core";
import type { Line } from "#answers/operator/lines.ts";
import { lines as texts } from "../../../texts/lines.ts";
import { t } from "../../../texts/t.ts";
import { Light } from "../../../ui/Light.tsx";
import { RowButton } from "../../../ui/RowButton.tsx";
import type { Column } from "../../../ui/column.ts";
import { ago, count, span } from "../../../ui/format.ts";

export const nameOf = ({ name, source }: Line): string =>
  name === "" ? texts.whole(source.name) : `${source.name}, ${name}`;

const lights = { up: "good", silent: "bad", down: "bad", unheard: "idle" } as const;

export const lineColumns = (onChange: (line: Line) => void): Column<Line>[] => [
  { title: texts.line, sortBy: nameOf, cell: (line) => <Text fw={500}>{nameOf(line)}</Text> },
  {
    title: texts.state,
    sortBy: ({ state }) => state,
    cell: ({ state, down_since: since, down_reason: reason }) => (
      <>
        <Light state={lights[state]} text={texts.states[state]} />
        {since !== null && (
          <Text size="xs" c="dimmed" maw={300}>
            {ago(since)}
            {reason !== null && `: ${reason}`}
          </Text>
        )}
      </>
    ),
  },
  {
    title: texts.heard,
    wide: true,
    sortBy: ({ heard_at: at }) => at,
    cell: ({ heard_at: at, usual_gap_seconds: gap }) => (
      <>
        {at === null ? t.common.never : ago(at)}
        {gap !== null && (
          <Text size="xs" c="dimmed">
            {texts.usualGap(span(gap))}
          </Text>
        )}
      </>
    ),
  },
  {
    title: texts.numbers,
    right: true,
    wide: true,
    sortBy: ({ numbers }) => numbers,
    cell: ({ numbers }) => count(numbers),
  },
  {
    title: texts.hour,
    right: true,
    wide: true,
    sortBy: ({ messages_hour: n }) => n,
    cell: ({ messages_hour: n }) => count(n),
  },
  {
    title: texts.day,
    right: true,
    wide: true,
    sortBy: ({ messages_day: n }) => n,
    cell: ({ messages_day: n }) => count(n),
  },
  {
    title: texts.lag,
    right: true,
    wide: true,
    sortBy: ({ lag_seconds: lag }) => lag,
    cell: ({ lag_seconds: lag, longest_lag_seconds: longest }) =>
      lag === null ? (
        t.common.none
      ) : (
        <span title={texts.lagHint}>
          {span(lag)}
          {longest !== null && (
            <Text size="xs" c="dimmed">
              {texts.longestLag(span(longest))}
            </Text>
          )}
        </span>
      ),
  },
  {
    title: t.common.actions,
    right: true,
    cell: (line) => (
      <RowButton
        text={line.state === "down" ? texts.bringUp : texts.takeDown}
        onClick={() => onChange(line)}
      />
    ),
  },
];
