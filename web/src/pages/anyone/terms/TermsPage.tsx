import { Anchor, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import type { ReportForm } from "#answers/cases.ts";
import type { Terms } from "#answers/member.ts";
import { PublicFrame } from "../../../parts/PublicFrame.tsx";
import { reportPage } from "../../../texts/cases.ts";
import { terms as texts } from "../../../texts/public.ts";
import { t } from "../../../texts/t.ts";
import { Loaded } from "../../../ui/Loaded.tsx";
import { WayLink } from "../../../ui/WayLink.tsx";

/** The operator's terms, or general ones; and the statement that everybody accepts. */
export function TermsPage() {
  useDocumentTitle(`${texts.title} · ${t.common.product}`);
  const query = useQuery({ queryKey: ["terms"], queryFn: () => own<Terms>("terms") });
  return (
    <PublicFrame here="/terms">
      <Stack>
        <Title order={1}>{texts.title}</Title>
        <Loaded query={query}>
          {({ version, text, operator }) => (
            <>
              {operator === "" ? (
                texts.general.map(([title, body]) => <Part key={title} title={title} text={body} />)
              ) : (
                <Text style={{ whiteSpace: "pre-wrap" }}>{operator}</Text>
              )}
              <Part title={texts.lawful} text={text} />
              <Text c="dimmed">{texts.accepted(version)}</Text>
              <Misuse />
            </>
          )}
        </Loaded>
      </Stack>
    </PublicFrame>
  );
}

/** Where misuse is reported. */
function Misuse() {
  const { data } = useQuery({ queryKey: ["report"], queryFn: () => own<ReportForm>("report") });
  return (
    <section>
      <Title order={2}>{reportPage.title}</Title>
      <Text>
        {reportPage.termsText} <WayLink way={{ to: "/report" }}>{reportPage.title}</WayLink>
        {data && data.mailbox !== "" && (
          <>
            {", "}
            <Anchor href={`mailto:${data.mailbox}`}>{data.mailbox}</Anchor>
          </>
        )}
      </Text>
    </section>
  );
}

const Part = ({ title, text }: { title: string; text: string }) => (
  <section>
    <Title order={2}>{title}</Title>
    <Text style={{ whiteSpace: "pre-wrap" }}>{text}</Text>
  </section>
);
