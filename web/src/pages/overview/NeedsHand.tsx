import { List } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Job } from "../../api/types/operator.ts";
import { t } from "../../texts/t.ts";
import { Light } from "../../ui/Light.tsx";
import { Section } from "../../ui/Section.tsx";

/** What does not go on without a person. */
export function NeedsHand({ unmatched, jobs }: { unmatched: number; jobs: Job[] }) {
  const failed = jobs.filter(({ ok }) => ok === false);
  return (
    <Section title={t.operator.hand}>
      {unmatched === 0 && failed.length === 0 && <Light state="good" text={t.operator.allWell} />}
      <List listStyleType="none" spacing={6}>
        {unmatched > 0 && (
          <List.Item>
            <Link to="/operator/messages" className="text-link">
              {t.operator.unmatched(unmatched)}
            </Link>
          </List.Item>
        )}
        {failed.map(({ name }) => (
          <List.Item key={name}>
            <Link to="/operator/health" className="text-link">
              {t.operator.jobFailed(name)}
            </Link>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
