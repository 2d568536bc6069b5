import { Text } from "@mantine/core";
import type { Health } from "../../api/types/health.ts";
import type { Job } from "../../api/types/operator.ts";
import { t } from "../../texts/t.ts";
import { Light } from "../../ui/Light.tsx";
import { Time } from "../../ui/Time.tsx";
import type { Column } from "../../ui/column.ts";
import { span } from "../../ui/format.ts";

export const jobColumns: Column<Job>[] = [
  {
    title: t.operator.jobs,
    cell: ({ name, every_seconds: seconds }) => (
      <>
        {name}
        <Text size="xs" c="dimmed">
          {t.operator.every(span(seconds))}
        </Text>
      </>
    ),
  },
  {
    title: t.operator.lastRun,
    cell: ({ last_run_at: at }) => (at === null ? t.operator.notYet : <Time at={at} relative />),
  },
  {
    title: t.operator.state,
    cell: ({ ok }) => (
      <Light
        state={ok === null ? "idle" : ok ? "good" : "bad"}
        text={ok === null ? t.operator.notYet : ok ? t.operator.ok : t.operator.failedJob}
      />
    ),
  },
];

export const settingColumns: Column<Health["settings"][number]>[] = [
  { title: t.operator.setting, cell: ({ name }) => <span className="mono">{name}</span> },
  {
    title: t.operator.value,
    cell: ({ value, default: fallback }) => (
      <span className="mono">
        {value === "" ? t.common.none : value}
        {value === fallback && (
          <Text span size="xs" c="dimmed" ml={6}>
            {t.operator.isDefault}
          </Text>
        )}
      </span>
    ),
  },
  { title: t.operator.detail, wide: true, cell: ({ about }) => <Text size="sm">{about}</Text> },
];
