import { Box, Text } from "@mantine/core";
import { t } from "../../../texts/t.ts";
import { CodeBlock } from "../../../ui/CodeBlock.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Light } from "../../../ui/Light.tsx";
import type { RunResult } from "./use-run.ts";

export function Answer({ result, hint }: { result: RunResult | null; hint: string | undefined }) {
  return (
    <Box aria-live="polite">
      {result === null ? (
        <Empty text={hint ?? t.api.noAnswer} />
      ) : (
        <>
          <Box mb="xs" mih={34}>
            <Light
              state={result.status > 0 && result.status < 400 ? "good" : "bad"}
              text={t.api.answered(result.status, result.milliseconds)}
            />
          </Box>
          <CodeBlock text={result.text} label={t.api.answer} />
          {hint && <Text c="dimmed">{hint}</Text>}
        </>
      )}
    </Box>
  );
}
