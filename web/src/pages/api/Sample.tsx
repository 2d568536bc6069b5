import { Group, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { t } from "../../texts/t.ts";
import { CodeBlock } from "../../ui/CodeBlock.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { sampleOf, type Call, type Language } from "./calls.ts";

const languages = [
  { value: "curl", label: "curl" },
  { value: "python", label: "Python" },
  { value: "javascript", label: "JavaScript" },
];

export function Sample({ call, apiKey }: { call: Call; apiKey: string }) {
  const [language, setLanguage] = useState<Language>("curl");
  const base = `${window.location.origin}/account/api/v1`;
  const text = sampleOf(language, base, apiKey === "" ? "YOUR_API_KEY" : apiKey, call);
  return (
    <>
      <Group justify="space-between" mb="xs">
        <SegmentedControl
          size="xs"
          aria-label={t.api.samples}
          data={languages}
          value={language}
          onChange={(value) => setLanguage(value as Language)}
        />
        <CopyButton value={text} />
      </Group>
      <CodeBlock text={text} label={t.api.samples} />
    </>
  );
}
