import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Section } from "../../../ui/Section.tsx";
import "./Steps.css";

interface Props {
  title: string;
  lead?: string;
  /** What to do, a sentence about it, and what shows it. */
  steps: [title: string, text: string, shown?: ReactNode][];
}

/** A guide: numbered steps under each other, as narrow as a text is read well. */
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
