import { Group, SegmentedControl } from "@mantine/core";
import { createStored } from "../state/stored.ts";
import { useStore } from "../state/store.ts";
import type { Language, Sources } from "../samples/language.ts";
import { t } from "../texts/t.ts";
import { CodeBlock } from "../ui/CodeBlock.tsx";
import { CopyButton } from "../ui/CopyButton.tsx";

const labels: { value: Language; label: string }[] = [
  { value: "curl", label: "curl" },
  { value: "python", label: "Python" },
  { value: "javascript", label: "JavaScript" },
];
/** Chosen once, for every sample. */
const language = createStored<Language>("zap-language", "curl");

/** One sample in the reader's language. */
export function Samples({ sources, label = t.api.samples }: { sources: Sources; label?: string }) {
  const chosen = useStore(language);
  return (
    <div>
      <Group justify="space-between" mb="xs">
        <SegmentedControl
          size="xs"
          aria-label={t.api.language}
          data={labels}
          value={chosen}
          onChange={(value) => language.set(value as Language)}
        />
        <CopyButton value={sources[chosen]} label={t.api.copySample} />
      </Group>
      <CodeBlock text={sources[chosen]} label={label} />
    </div>
  );
}
