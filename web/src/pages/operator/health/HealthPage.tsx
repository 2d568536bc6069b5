import { operator as operatorTexts } from "../../../texts/operator.ts";
import { Facts } from "../../../ui/Facts.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Section } from "../../../ui/Section.tsx";
import { Updated } from "../../../ui/Updated.tsx";
import { JobSection } from "./JobSection.tsx";
import { SafeguardSection } from "./SafeguardSection.tsx";
import { healthFacts } from "./health-facts.tsx";
import { useHealth } from "../../../data/use-health.ts";

export function HealthPage() {
  const health = useHealth();
  return (
    <Page title={operatorTexts.health} lead={operatorTexts.healthLead} actions={<Updated query={health} />}>
      <Loaded query={health} rows={8}>
        {(data) => (
          <>
            <SafeguardSection weakened={data.weakened} />
            <JobSection jobs={data.jobs} />
            <Section title={operatorTexts.server}>
              <Facts facts={healthFacts(data)} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
