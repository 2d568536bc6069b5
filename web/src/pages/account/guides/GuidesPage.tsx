import { Anchor, Button, Tabs } from "@mantine/core";
import { IconBook } from "@tabler/icons-react";
import { Link, getRouteApi, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { docs as docsTexts } from "../../../texts/docs.ts";
import { Page } from "../../../ui/Page.tsx";
import { AccountSteps } from "../../../parts/AccountSteps.tsx";
import { ErrorList } from "../../../parts/ErrorList.tsx";
import { FirstCode } from "./FirstCode.tsx";
import { Lawful } from "./Lawful.tsx";
import { SandboxGuide } from "./SandboxGuide.tsx";
import { WaitingGuide } from "./WaitingGuide.tsx";

const route = getRouteApi("/shell/guides");
const guides = [
  ["first", FirstCode],
  ["waiting", WaitingGuide],
  ["sandbox", SandboxGuide],
  ["errors", ErrorList],
  ["lawful", Lawful],
] as const;

/** Guides, one at a time; each can be linked to. */
export function GuidesPage() {
  const { guide } = route.useSearch();
  const navigate = useNavigate();
  const chosen = guides.some(([name]) => name === guide) ? (guide as string) : "first";
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tab = list.current?.querySelector(`[aria-selected="true"]`);
    tab?.scrollIntoView({ block: "nearest", inline: "center" }); // A phone shows two tabs at a time.
  }, [chosen]);

  return (
    <Page
      title={docsTexts.title}
      lead={docsTexts.lead}
      actions={
        <>
          <Anchor href="/openapi.json">{docsTexts.openapi}</Anchor>
          <Button component={Link} to="/docs" leftSection={<IconBook size={16} aria-hidden />}>
            {docsTexts.reference}
          </Button>
        </>
      }
    >
      <AccountSteps />
      <Tabs
        value={chosen}
        onChange={(value) => void navigate({ to: "/guides", search: value ? { guide: value } : {} })}
        keepMounted={false}
      >
        <Tabs.List ref={list} mb="md" className="guide-tabs">
          {guides.map(([name]) => (
            <Tabs.Tab key={name} value={name}>
              {docsTexts.guides[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {guides.map(([name, Guide]) => (
          <Tabs.Panel key={name} value={name}>
            <Guide />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
