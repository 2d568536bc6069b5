import { Text } from "@mantine/core";
import type { AuditEntry } from "#answers/operator/system.ts";
import { audit as auditTexts } from "../texts/audit.ts";
import { t } from "../texts/t.ts";
import { Time } from "../ui/Time.tsx";
import { detailText, subjectText } from "./audit-detail.ts";
import type { Column } from "../ui/column.ts";

export const auditColumns: Column<AuditEntry>[] = [
  { title: t.wallet.time, cell: ({ at }) => <Time at={at} /> },
  {
    title: auditTexts.actor,
    cell: ({ actor, ip }) => (
      <>
        {actor}
        {ip && (
          <Text size="xs" c="dimmed" className="mono">
            {ip}
          </Text>
        )}
      </>
    ),
  },
  { title: auditTexts.action, cell: ({ action }) => auditTexts.actionNames[action] ?? action },
  { title: auditTexts.subject, wide: true, cell: (entry) => subjectText(entry) },
  {
    title: auditTexts.detail,
    wide: true,
    cell: ({ detail }) => (
      <Text size="xs" className="mono" maw={420} style={{ overflowWrap: "anywhere" }}>
        {detailText(detail)}
      </Text>
    ),
  },
];
