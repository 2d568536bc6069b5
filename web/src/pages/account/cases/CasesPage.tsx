import { notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import type { SideOfCase } from "#answers/cases.ts";
import { AppealForm } from "../../../parts/cases/AppealForm.tsx";
import { caseFacts } from "../../../parts/cases/case-facts.tsx";
import { CaseSteps } from "../../../parts/cases/CaseSteps.tsx";
import { casePage, cases, customerCases as texts } from "../../../texts/cases.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { Facts } from "../../../ui/Facts.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Section } from "../../../ui/Section.tsx";
import { ToldRequests } from "./ToldRequests.tsx";

/** Decisions about the account after reports of abuse, and appeals against them. */
export function CasesPage() {
  const query = useQuery({ queryKey: ["cases"], queryFn: () => own<SideOfCase[]>("cases") });
  async function appeal(id: number, text: string): Promise<void> {
    await own(`cases/${id}/appeal`, { method: "POST", body: { text } });
    notifications.show({ message: cases.appealSent });
    await query.refetch();
  }
  return (
    <Page title={texts.title} lead={texts.lead}>
      <ToldRequests />
      <Loaded query={query}>
        {(all) =>
          all.length === 0 ? (
            <Empty text={texts.none} />
          ) : (
            all.map((one) => (
              <Section key={one.id} title={casePage.title(one.name)}>
                <Facts facts={caseFacts(one)} />
                <CaseSteps steps={one.steps} />
                {one.may_appeal && <AppealForm onAppeal={(text) => appeal(one.id, text)} />}
              </Section>
            ))
          )
        }
      </Loaded>
    </Page>
  );
}
