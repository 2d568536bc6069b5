import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { own } from "../../../api/client.ts";
import type { Job } from "#answers/operator/system.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Section } from "../../../ui/Section.tsx";
import { jobColumns } from "./columns.tsx";
import type { RanJob } from "#answers/operator/system.ts";

/** The scheduled jobs of this process; each can be run by hand. */
export function JobSection({ jobs }: { jobs: Job[] }) {
  const client = useQueryClient();
  const [running, setRunning] = useState<string | null>(null);
  async function run({ name }: Job): Promise<void> {
    setRunning(name);
    try {
      const path = `operator/jobs/${encodeURIComponent(name)}/run`;
      const { went_well: wentWell } = await own<RanJob>(path, { method: "POST", body: {} });
      notifications.show(
        wentWell
          ? { message: operatorTexts.ran(name) }
          : { message: operatorTexts.jobFailed(name), color: "red" },
      );
      await client.invalidateQueries({ queryKey: ["operator", "health"] });
    } catch (error) {
      notifications.show({ message: (error as Error).message, color: "red" });
    } finally {
      setRunning(null);
    }
  }
  return (
    <Section title={operatorTexts.jobs}>
      <DataTable
        label={operatorTexts.jobs}
        columns={jobColumns((job) => void run(job), running)}
        rows={jobs}
        rowKey={({ name }) => name}
      />
    </Section>
  );
}
