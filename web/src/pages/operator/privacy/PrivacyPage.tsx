import { useQuery } from "@tanstack/react-query";
import type { Activity, Erasure, Retained } from "#answers/operator/privacy.ts";
import { own } from "../../../api/client.ts";
import { privacy as texts } from "../../../texts/privacy.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { ExportButton } from "../../../ui/ExportButton.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Section } from "../../../ui/Section.tsx";
import { ActivitySection } from "./ActivitySection.tsx";
import { erasureColumns, retentionColumns } from "./columns.tsx";

const useOwn = <T,>(name: string) =>
  useQuery({
    queryKey: ["operator", "privacy", name],
    queryFn: () => own<T[]>(`operator/privacy/${name}`),
  });

/** Retention, erasures, and the record of processing. */
export function PrivacyPage() {
  const retention = useOwn<Retained>("retention");
  const erasures = useOwn<Erasure>("erasures");
  const record = useOwn<Activity>("record");
  return (
    <Page title={texts.title} lead={texts.lead}>
      <Section title={texts.retention} lead={texts.retentionLead}>
        <Loaded query={retention} rows={8}>
          {(rows) => (
            <DataTable
              label={texts.retention}
              columns={retentionColumns}
              rows={rows}
              rowKey={({ kind }) => kind}
            />
          )}
        </Loaded>
      </Section>
      <Section
        title={texts.erasures}
        lead={texts.erasuresLead}
        actions={<ExportButton path="operator/privacy/erasures" />}
      >
        <Loaded query={erasures} rows={4}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty text={texts.noErasures} />
            ) : (
              <DataTable
                label={texts.erasures}
                columns={erasureColumns}
                rows={rows.slice(0, mostShown)}
                rowKey={({ day, kind }) => `${day} ${kind}`}
              />
            )
          }
        </Loaded>
      </Section>
      <Section
        title={texts.record}
        lead={texts.recordLead}
        actions={<ExportButton path="operator/privacy/record" />}
      >
        <Loaded query={record} rows={8}>
          {(activities) => activities.map((one) => <ActivitySection key={one.name} activity={one} />)}
        </Loaded>
      </Section>
    </Page>
  );
}

/** The rest is in the file. */
const mostShown = 100;
