import { Anchor, List } from "@mantine/core";
import { useState } from "react";
import { t } from "../../texts/t.ts";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { Console } from "./Console.tsx";
import { KeySection } from "./KeySection.tsx";

/** First a call that works, then keys, then limits, then the reference. */
export function ApiPage() {
  const [key, setKey] = useState("");
  return (
    <Page title={t.api.title}>
      <Console apiKey={key} onKey={setKey} />
      <KeySection onCreated={setKey} />
      <Section title={t.api.limits}>
        <List spacing="xs">
          {t.api.limitsText.map((text) => (
            <List.Item key={text}>{text}</List.Item>
          ))}
        </List>
        <Anchor href="/docs">{t.api.reference}</Anchor>
      </Section>
    </Page>
  );
}
