import { Text } from "@mantine/core";
import type { Job } from "#answers/operator/system.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { t } from "../../../texts/t.ts";
import { Light } from "../../../ui/Light.tsx";
import { RowButton } from "../../../ui/RowButton.tsx";
import { Time } from "../../../ui/Time.tsx";
import type { Column } from "../../../ui/column.ts";
import { every } from "../../../ui/format.ts";

export const jobColumns = (onRun: (job: Job) => void, running: string | null): Column<Job>[] => [
  {
    title: operatorTexts.job,
    cell: ({ name, every_seconds: seconds }) => (
      <>
        {name}
        <Text size="xs" c="dimmed">
          {operatorTexts.every(every(seconds))}
        </Text>
      </>
    ),
  },
  {
    title: operatorTexts.lastRun,
    wide: true,
    cell: ({ last_run_at: at }) => (at === null ? operatorTexts.notYet : <Time at={at} relative />),
  },
  {
    title: operatorTexts.took,
    right: true,
    wide: true,
    cell: ({ last_milliseconds: ms }) => (ms === null ? t.common.none : operatorTexts.ms(ms)),
  },
  {
    title: operatorTexts.failures,
    right: true,
    wide: true,
    cell: ({ failures, turns }) => operatorTexts.failuresOf(failures, turns),
  },
  {
    title: operatorTexts.state,
    nowrap: true,
    cell: ({ ok }) => (
      <Light
        state={ok === null ? "idle" : ok ? "good" : "bad"}
        text={ok === null ? operatorTexts.notYet : ok ? operatorTexts.ok : operatorTexts.failedJob}
      />
    ),
  },
  {
    title: t.common.actions,
    right: true,
    cell: (job) => (
      <RowButton
        text={operatorTexts.runNow}
        label={operatorTexts.runNamed(job.name)}
        loading={running === job.name}
        onClick={() => onRun(job)}
      />
    ),
  },
];
