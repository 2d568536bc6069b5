import { Alert, Stack, Text } from "@mantine/core";
import type { RegisterFault } from "#answers/operator/register.ts";
import { register as texts } from "../../../texts/register.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { faultColumns } from "./columns.tsx";

interface Props {
  faults: RegisterFault[];
  more: number;
  /** What would happen if there are no faults. */
  text: string;
}

/** The result of checking a file: what it would do, or what is wrong with it, line by line. */
export const FileCheck = ({ faults, more, text }: Props) => (
  <Stack gap="xs" role="status">
    <Alert color={faults.length > 0 ? "red" : "amber"}>
      {faults.length > 0 ? texts.faults(faults.length + more) : text}
    </Alert>
    {faults.length > 0 && (
      <DataTable
        label={texts.problem}
        columns={faultColumns}
        rows={faults}
        rowKey={({ line, reason }) => `${line} ${reason}`}
      />
    )}
    {more > 0 && <Text c="dimmed">{texts.more(more)}</Text>}
  </Stack>
);
