import { consoleKey } from "../../../state/console-key.ts";
import { useStore } from "../../../state/store.ts";
import { placeOf } from "../../../samples/place.ts";
import { sandboxSms } from "../../../samples/programs.ts";
import { docs as docsTexts } from "../../../texts/docs.ts";
import { Facts } from "../../../ui/Facts.tsx";
import { Samples } from "../../../parts/Samples.tsx";
import { Steps } from "./Steps.tsx";

export function SandboxGuide() {
  const place = placeOf(useStore(consoleKey));
  const { same, failures, message } = docsTexts.sandbox;
  return (
    <Steps
      title={docsTexts.guides.sandbox}
      steps={[
        [...same],
        [...failures, <Facts key="failures" code facts={docsTexts.sandboxServices} />],
        [...message, <Samples key="message" sources={sandboxSms(place)} label={message[0]} />],
      ]}
    />
  );
}
