import { t } from "../../texts/t.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Section } from "../../ui/Section.tsx";

export function SandboxGuide() {
  return (
    <Section title={t.docs.guides.sandbox} lead={t.docs.sandboxText}>
      <Facts facts={t.docs.sandboxServices} />
    </Section>
  );
}
