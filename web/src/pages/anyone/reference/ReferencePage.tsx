import { Anchor, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { readDocument } from "../../../api/client.ts";
import { ErrorList } from "../../../parts/ErrorList.tsx";
import { PublicFrame } from "../../../parts/PublicFrame.tsx";
import { consoleKey } from "../../../state/console-key.ts";
import { useStore } from "../../../state/store.ts";
import { reference as texts } from "../../../texts/reference.ts";
import { t } from "../../../texts/t.ts";
import { Loaded } from "../../../ui/Loaded.tsx";
import { callsOf, placeOf, type Document } from "./document.ts";
import { Index } from "./Index.tsx";
import { KeyField } from "./KeyField.tsx";
import { Paragraphs } from "./Markdown.tsx";
import { Models } from "./Models.tsx";
import { OperationSection } from "./OperationSection.tsx";
import "./Reference.css";

/** The API reference, generated from its OpenAPI document; for everyone, signed in or not. */
export function ReferencePage() {
  useDocumentTitle(`${texts.title} · ${t.common.product}`);
  const document = useQuery({
    queryKey: ["openapi"],
    queryFn: () => readDocument<Document>(),
    staleTime: Infinity,
  });
  return (
    <PublicFrame here="/docs" size={1240}>
      <Loaded query={document} rows={12}>
        {(loaded) => <Reference document={loaded} />}
      </Loaded>
    </PublicFrame>
  );
}

function Reference({ document }: { document: Document }) {
  const key = useStore(consoleKey);
  const calls = callsOf(document);
  useEffect(() => {
    // The target of the URL's fragment did not exist yet when the browser looked for it.
    window.document.getElementById(placeOf(window.location.hash, callsOf(document)))?.scrollIntoView();
  }, [document]);
  return (
    <div className="reference">
      <details className="reference-index phone-only">
        <summary>{texts.operations}</summary>
        <Index document={document} calls={calls} />
      </details>
      <div className="reference-index wide-only">
        <Index document={document} calls={calls} />
      </div>
      <Stack gap={40} className="reference-content">
        <Stack gap="sm">
          <div>
            <Title order={1}>{texts.title}</Title>
            <Text c="dimmed">{texts.lead}</Text>
          </div>
          <Text>
            {texts.baseUrl} <span className="mono">{document.servers[0]?.url}</span>
          </Text>
          <Paragraphs text={document.info.description} />
          <Text>
            <Anchor href="/openapi.json">{texts.download}</Anchor>. {texts.postman}
          </Text>
          <KeyField />
        </Stack>
        {document.tags.map(({ name, description }) => (
          <section key={name} aria-label={name}>
            <Title order={2}>{name}</Title>
            <Text c="dimmed">{description}</Text>
            {calls
              .filter((call) => call.tags.includes(name))
              .map((call) => (
                <OperationSection
                  key={call.operationId}
                  call={call}
                  document={document}
                  apiKey={key === "" ? "YOUR_API_KEY" : key}
                />
              ))}
          </section>
        ))}
        <div id="errors">
          <ErrorList />
        </div>
        <Models schemas={document.components.schemas} />
      </Stack>
    </div>
  );
}
