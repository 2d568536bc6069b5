import { Text } from "@mantine/core";
import type { Job } from "#answers/operator/system.ts";
import { t } from "../../../texts/t.ts";
import { Light } from "../../../ui/Light.tsx";
import { RowButton } from "../../../ui/RowButton.tsx";
import { Time } from "../../../ui/Time.tsx";
import type { Column } from "../../../ui/column.ts";
import { every } from "../../../ui/format.ts";

export const jobColumns = (onRun: (job: Job) => void, running: string | null): Column<Job>[] => [
  {
    title: t.operator.job,
    cell: ({ name, every_seconds: seconds }) => (
      <>
        {name}
        <Text size="xs" c="dimmed">
          {t.operator.every(every(seconds))}
        </Text>
      </>
    ),
  },
  {
    title: t.operator.lastRun,
    wide: true,
    cell: ({ last_run_at: at }) => (at === null ? t.operator.notYet : <Time at={at} relative />),
  },
  {
    title: t.operator.took,
    right: true,
    wide: true,
    cell: ({ last_milliseconds: ms }) => (ms === null ? t.common.none : t.operator.ms(ms)),
  },
  {
    title: t.operator.failures,
    right: true,
    wide: true,
    cell: ({ failures, turns }) => t.operator.failuresOf(failures, turns),
  },
  {
    title: t.operator.state,
    nowrap: true,
    cell: ({ ok }) => (
      <Light
        state={ok === null ? "idle" : ok ? "good" : "bad"}
        text={ok === null ? t.operator.notYet : ok ? t.operator.ok : t.operator.failedJob}
      />
    ),
  },
  {
    title: t.common.actions,
    right: true,
    cell: (job) => (
      <RowButton
        text={t.operator.runNow}
        label={t.operator.runNamed(job.name)}
        loading={running === job.name}
        onClick={() => onRun(job)}
      />
    ),
  },
];
