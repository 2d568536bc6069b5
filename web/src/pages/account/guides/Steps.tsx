import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Section } from "../../../ui/Section.tsx";
import "./Steps.css";

interface Props {
  title: string;
  lead?: string;
  /** An instruction, a sentence about it, and an illustration. */
  steps: [title: string, text: string, shown?: ReactNode][];
}

/** A guide: numbered steps below each other, narrow enough to read well. */
export function Steps({ title, lead, steps }: Props) {
  return (
    <Section title={title} {...(lead ? { lead } : {})}>
      <ol className="steps">
        {steps.map(([name, text, shown]) => (
          <li key={name}>
            <Stack gap="xs">
              <Title order={3}>{name}</Title>
              <Text>{text}</Text>
              {shown}
            </Stack>
          </li>
        ))}
      </ol>
    </Section>
  );
}
