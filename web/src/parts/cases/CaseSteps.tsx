import { Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { cases as texts } from "../../texts/cases.ts";
import { Time } from "../../ui/Time.tsx";

export interface Step {
  at: string;
  kind: string;
  side: string;
  outcome: string | null;
  text: string | null;
}

/** What was said in a case, oldest first; plain text, whatever is in it. */
export const CaseSteps = <S extends Step>({ steps, more }: { steps: S[]; more?: (step: S) => ReactNode }) => (
  <Stack component="ol" className="plain-list" gap="md">
    {steps.map((step) => (
      <li key={step.at + step.kind}>
        <Text fw={600}>
          {texts.stepBy[`${step.kind} ${step.side}`] ?? step.kind} · <Time at={step.at} />
        </Text>
        {step.outcome !== null && <Text>{texts.outcomes[step.outcome] ?? step.outcome}.</Text>}
        {step.text !== null && <Words text={step.text} />}
        {more?.(step)}
      </li>
    ))}
  </Stack>
);

export const Words = ({ text }: { text: string }) => (
  <Text style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{text}</Text>
);
