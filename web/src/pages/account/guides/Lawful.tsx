import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import { docs as docsTexts } from "../../../texts/docs.ts";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Section } from "../../../ui/Section.tsx";
import type { Terms } from "#answers/member.ts";

/** The statement that everybody accepted at sign-up, and why some services are not offered. */
export function Lawful() {
  const terms = useQuery({
    queryKey: ["terms"],
    queryFn: () => own<Terms>("terms"),
  });
  return (
    <Section title={docsTexts.guides.lawful} lead={docsTexts.lawfulText}>
      <Loaded query={terms}>
        {({ version, text }) => (
          <>
            <Text maw={720}>{text}</Text>
            <Text size="xs" c="dimmed">
              {docsTexts.version(version)}
            </Text>
          </>
        )}
      </Loaded>
    </Section>
  );
}
