import { Anchor, Button, Tabs, Text } from "@mantine/core";
import { IconBook } from "@tabler/icons-react";
import { t } from "../../texts/t.ts";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { ErrorList } from "./ErrorList.tsx";
import { SandboxGuide } from "./SandboxGuide.tsx";
import { Steps } from "./Steps.tsx";

const { guides } = t.docs;

export function DocsPage() {
  return (
    <Page
      title={t.docs.title}
      lead={t.docs.lead}
      actions={
        <Button component="a" href="/docs" leftSection={<IconBook size={16} aria-hidden />}>
          {t.docs.reference}
        </Button>
      }
    >
      <Tabs defaultValue="first" keepMounted={false}>
        <Tabs.List mb="md">
          {Object.entries(guides).map(([value, title]) => (
            <Tabs.Tab key={value} value={value}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="first">
          <Section title={guides.first}>
            <Steps steps={t.docs.firstSteps} />
          </Section>
        </Tabs.Panel>
        <Tabs.Panel value="waiting">
          <Section title={guides.waiting}>
            <Steps steps={t.docs.waiting} />
          </Section>
        </Tabs.Panel>
        <Tabs.Panel value="sandbox">
          <SandboxGuide />
        </Tabs.Panel>
        <Tabs.Panel value="errors">
          <ErrorList />
        </Tabs.Panel>
      </Tabs>
      <Text>
        <Anchor href="/account/api/v1/openapi.json">{t.docs.openapi}</Anchor>
      </Text>
    </Page>
  );
}
