import { Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import { useRouterState } from "@tanstack/react-router";
import { own } from "../../../api/client.ts";
import type { SideOfCase } from "#answers/cases.ts";
import { PublicFrame } from "../../../parts/PublicFrame.tsx";
import { AppealForm } from "../../../parts/cases/AppealForm.tsx";
import { caseFacts } from "../../../parts/cases/case-facts.tsx";
import { CaseSteps } from "../../../parts/cases/CaseSteps.tsx";
import { casePage, cases } from "../../../texts/cases.ts";
import { t } from "../../../texts/t.ts";
import { Facts } from "../../../ui/Facts.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Section } from "../../../ui/Section.tsx";

/** A case as its reporter sees it, who has the link. */
export function CasePage() {
  useDocumentTitle(`${casePage.tab} · ${t.common.product}`);
  // Unlike that of a link that is used once, this token stays in the address: the page is to be kept as a bookmark.
  const hash = useRouterState({ select: ({ location }) => location.hash });
  const token = new URLSearchParams(hash).get("token") || "none";
  const query = useQuery({
    queryKey: ["report", "case", token],
    queryFn: () => own<SideOfCase>("report/case", { method: "POST", body: { token } }),
    retry: false,
  });
  async function appeal(text: string): Promise<void> {
    await own("report/appeal", { method: "POST", body: { token, text } });
    notifications.show({ message: cases.appealSent });
    await query.refetch();
  }
  return (
    <PublicFrame>
      <Stack>
        <Title order={1}>{query.data ? casePage.title(query.data.name) : casePage.tab}</Title>
        <Text c="dimmed">{casePage.lead}</Text>
        <Loaded query={query}>
          {(one) => (
            <>
              <Facts facts={caseFacts(one)} />
              <Section title={cases.steps}>
                <CaseSteps steps={one.steps} />
              </Section>
              {one.may_appeal && (
                <Section title={cases.appeal}>
                  <AppealForm onAppeal={appeal} />
                </Section>
              )}
            </>
          )}
        </Loaded>
      </Stack>
    </PublicFrame>
  );
}
