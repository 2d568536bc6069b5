import { consoleKey } from "../../../state/console-key.ts";
import { useStore } from "../../../state/store.ts";
import { t } from "../../../texts/t.ts";
import { Page } from "../../../ui/Page.tsx";
import { AccountSteps } from "../../../parts/AccountSteps.tsx";
import { Console } from "./Console.tsx";
import { KeySection } from "./KeySection.tsx";
import { LimitSection } from "./LimitSection.tsx";

/** First a call that works, then keys, then limits, then the reference. */
export function ApiPage() {
  const key = useStore(consoleKey);
  return (
    <Page title={t.api.title}>
      <AccountSteps />
      <Console apiKey={key} onKey={consoleKey.set} />
      <KeySection onCreated={consoleKey.set} />
      <LimitSection />
    </Page>
  );
}
