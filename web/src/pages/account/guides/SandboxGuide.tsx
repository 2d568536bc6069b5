import { consoleKey } from "../../../state/console-key.ts";
import { useStore } from "../../../state/store.ts";
import { placeOf } from "../../../samples/place.ts";
import { sandboxSms } from "../../../samples/programs.ts";
import { t } from "../../../texts/t.ts";
import { Facts } from "../../../ui/Facts.tsx";
import { Samples } from "../../../parts/Samples.tsx";
import { Steps } from "./Steps.tsx";

export function SandboxGuide() {
  const place = placeOf(useStore(consoleKey));
  const { same, failures, message } = t.docs.sandbox;
  return (
    <Steps
      title={t.docs.guides.sandbox}
      steps={[
        [...same],
        [...failures, <Facts key="failures" code facts={t.docs.sandboxServices} />],
        [...message, <Samples key="message" sources={sandboxSms(place)} label={message[0]} />],
      ]}
    />
  );
}
