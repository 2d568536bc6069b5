import { Anchor, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { own } from "../../../api/client.ts";
import type { ReportForm as About, ReportReceipt } from "#answers/cases.ts";
import { PublicFrame } from "../../../parts/PublicFrame.tsx";
import { reportPage as texts } from "../../../texts/cases.ts";
import { t } from "../../../texts/t.ts";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Receipt } from "./Receipt.tsx";
import { ReportForm } from "./ReportForm.tsx";

/** Where anybody reports the misuse of a number. */
export function ReportPage() {
  useDocumentTitle(`${texts.title} · ${t.common.product}`);
  const [receipt, setReceipt] = useState<ReportReceipt | null>(null);
  const query = useQuery({ queryKey: ["report"], queryFn: () => own<About>("report") });
  return (
    <PublicFrame here="/report">
      {receipt ? (
        <Receipt receipt={receipt} onAnother={() => setReceipt(null)} />
      ) : (
        <Stack>
          <Title order={1}>{texts.title}</Title>
          <Text>{texts.lead}</Text>
          <Loaded query={query}>
            {({ mailbox, decision_days: days, appeal_days: appealDays }) => (
              <>
                <Text c="dimmed">{texts.deadline(days, appealDays)}</Text>
                {mailbox !== "" && (
                  <Text>
                    {texts.mailbox} <Anchor href={`mailto:${mailbox}`}>{mailbox}</Anchor>.
                  </Text>
                )}
                <ReportForm onSent={setReceipt} />
              </>
            )}
          </Loaded>
        </Stack>
      )}
    </PublicFrame>
  );
}
