import { SimpleGrid } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { own } from "../../api/client.ts";
import type { Health } from "../../api/types/health.ts";
import { t } from "../../texts/t.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { Light } from "../../ui/Light.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { span } from "../../ui/format.ts";
import { CheckLights } from "./CheckLights.tsx";
import { jobColumns, settingColumns } from "./columns.tsx";

export function HealthPage() {
  const health = useQuery({
    queryKey: ["operator", "health"],
    queryFn: () => own<Health>("operator/health"),
    refetchInterval: 10_000,
  });
  return (
    <Page title={t.operator.health}>
      <Loaded query={health} rows={8}>
        {({
          database,
          smtp,
          encryption,
          checks,
          uptime_seconds: uptime,
          memory_mb: memory,
          jobs,
          settings,
        }) => (
          <>
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
              <Section title={t.operator.health}>
                <Facts
                  facts={[
                    [
                      t.operator.database,
                      <Light
                        key="database"
                        state={database.ok ? "good" : "bad"}
                        text={`${database.version}, ${t.operator.answersIn(database.milliseconds)}`}
                      />,
                    ],
                    [
                      t.operator.mail,
                      <Light
                        key="mail"
                        state={smtp ? "good" : "idle"}
                        text={smtp ? t.operator.on : t.operator.mailOff}
                      />,
                    ],
                    [
                      t.operator.encryption,
                      <Light
                        key="encryption"
                        state={encryption ? "good" : "bad"}
                        text={encryption ? t.operator.on : t.operator.keyWrong}
                      />,
                    ],
                    [t.operator.checks, <CheckLights key="checks" checks={checks} />],
                    [t.operator.uptime, span(uptime)],
                    [t.operator.memory, `${memory} MB`],
                  ]}
                />
              </Section>
              <Section title={t.operator.jobs}>
                <DataTable
                  label={t.operator.jobs}
                  columns={jobColumns}
                  rows={jobs}
                  rowKey={({ name }) => name}
                />
              </Section>
            </SimpleGrid>
            <Section title={t.operator.settings}>
              <DataTable
                label={t.operator.settings}
                columns={settingColumns}
                rows={settings}
                rowKey={({ name }) => name}
              />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
