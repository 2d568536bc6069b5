import type { Overview } from "#answers/operator/overview.ts";
import { operatorReports, requests as requestTexts } from "../../../texts/cases.ts";
import { lines as lineTexts } from "../../../texts/lines.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { Light } from "../../../ui/Light.tsx";
import { Section } from "../../../ui/Section.tsx";
import { WayLink, type Way } from "../../../ui/WayLink.tsx";
import { isSilent } from "../../../parts/lights.ts";

type Props = Pick<
  Overview,
  "unmatched" | "silent_numbers" | "lines" | "letters" | "reports" | "requests" | "sources" | "jobs"
>;

/** Everything that needs a person, each with a link to it. */
export function NeedsHand(overview: Props) {
  const needs = needsOf(overview);
  return (
    <Section title={operatorTexts.hand}>
      {needs.length === 0 && <Light state="good" text={operatorTexts.allWell} />}
      <ul className="plain-list">
        {needs.map(({ text, ...way }) => (
          <li key={text}>
            <WayLink way={way} className="text-link">
              {text}
            </WayLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function needsOf({
  unmatched,
  silent_numbers: silent,
  lines,
  letters,
  reports,
  requests,
  sources,
  jobs,
}: Props) {
  const needs: (Way & { text: string })[] = [];
  if (reports.waiting > 0)
    needs.push({
      text: operatorReports.waiting(reports.waiting, reports.late),
      to: "/operator/reports",
      search: { sort: "oldest" },
    });
  if (requests.open > 0)
    needs.push({
      text: requestTexts.waiting(requests.open),
      to: "/operator/requests",
      search: { state: "open" },
    });
  if (requests.notices_due > 0)
    needs.push({
      text: requestTexts.noticesDue(requests.notices_due),
      to: "/operator/requests",
      search: { due: "1" },
    });
  if (unmatched > 0) needs.push({ text: operatorTexts.unmatched(unmatched), to: "/operator/messages" });
  if (silent > 0)
    needs.push({
      text: operatorTexts.silentNumbers(silent),
      to: "/operator/numbers",
      search: { silent: "1" },
    });
  if (lines.down > 0) needs.push({ text: lineTexts.areDown(lines.down), to: "/operator/sources" });
  if (lines.silent > 0) needs.push({ text: lineTexts.areSilent(lines.silent), to: "/operator/sources" });
  for (const { id, name } of sources.filter(isSilent))
    needs.push({
      text: operatorTexts.silentSource(name),
      to: "/operator/messages",
      search: { state: "all", source: String(id) },
    });
  for (const { name, ok } of jobs)
    if (ok === false) needs.push({ text: operatorTexts.jobFailed(name), to: "/operator/health" });
  if (letters > 0) needs.push({ text: operatorTexts.lettersWait(letters), to: "/operator/outbox" });
  return needs;
}
