import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { consoleKey } from "../../../state/console-key.ts";
import { useStore } from "../../../state/store.ts";
import { placeOf } from "../../../samples/place.ts";
import { waiting } from "../../../samples/programs.ts";
import { docs as docsTexts } from "../../../texts/docs.ts";
import { CodeBlock } from "../../../ui/CodeBlock.tsx";
import { Samples } from "../../../parts/Samples.tsx";
import { Steps } from "./Steps.tsx";

const printed = `15550123456
RECEIVED 123-456`;

export function FirstCode() {
  const apiKey = useStore(consoleKey);
  const { key, program, code, live } = docsTexts.first;
  const make = (
    <div>
      <Button component={Link} to="/api" variant="default" size="xs">
        {docsTexts.toApi}
      </Button>
    </div>
  );
  return (
    <Steps
      title={docsTexts.guides.first}
      lead={docsTexts.first.lead}
      steps={[
        [...key, apiKey === "" && make],
        [...program, <Samples key="program" sources={waiting(placeOf(apiKey))} label={program[0]} />],
        [...code, <CodeBlock key="printed" text={printed} label={code[0]} />],
        [...live],
      ]}
    />
  );
}
