import { List, Text } from "@mantine/core";
import type { RenewedSource } from "#answers/operator/sources.ts";
import { useFirstMessage } from "../../../data/use-sources.ts";
import { stock as stockTexts } from "../../../texts/stock.ts";
import { Light } from "../../../ui/Light.tsx";

/** What to configure at a source's other end. */
export function SetUpSteps({ steps }: { steps: string[] }) {
  return (
    <div>
      <Text fw={500}>{stockTexts.otherEnd}</Text>
      <List type="ordered">
        {steps.map((step) => (
          <List.Item key={step}>{step}</List.Item>
        ))}
      </List>
    </div>
  );
}

/** What to configure at a source's other end, and whether its first message has arrived. */
export function SourceSetUp({ source: { id, steps } }: { source: RenewedSource }) {
  const heard = useFirstMessage(id);
  return (
    <>
      <SetUpSteps steps={steps} />
      <div role="status" className="not-printed">
        <Light state={heard ? "good" : "idle"} text={heard ? stockTexts.heard : stockTexts.waiting} />
      </div>
    </>
  );
}
