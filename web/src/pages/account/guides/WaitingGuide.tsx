import { consoleKey } from "../../../state/console-key.ts";
import { useStore } from "../../../state/store.ts";
import { placeOf } from "../../../samples/place.ts";
import { events, polling, waiting } from "../../../samples/programs.ts";
import { docs as docsTexts } from "../../../texts/docs.ts";
import { Samples } from "../../../parts/Samples.tsx";
import { Steps } from "./Steps.tsx";

/** Three ways to receive a code, the best one for most people first. */
export function WaitingGuide() {
  const place = placeOf(useStore(consoleKey));
  const { wait, stream, poll } = docsTexts.waiting;
  return (
    <Steps
      title={docsTexts.guides.waiting}
      lead={docsTexts.waiting.lead}
      steps={[
        [...wait, <Samples key="wait" sources={waiting(place)} label={wait[0]} />],
        [...stream, <Samples key="stream" sources={events(place)} label={stream[0]} />],
        [...poll, <Samples key="poll" sources={polling(place)} label={poll[0]} />],
      ]}
    />
  );
}
