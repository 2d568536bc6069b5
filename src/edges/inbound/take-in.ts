import { receive, type ReceiveDeps } from "../../domain/messages/receive.ts";
import type { InboundSms } from "./source-kind.ts";

/** So many at once that they fill a batch; a body of thousands must not keep everybody else waiting. */
const atOnce = 100;

/** Hands in the messages of one call; done when every one is committed. What fails is for the source to repeat. */
export async function takeIn(deps: ReceiveDeps, sourceId: number, messages: InboundSms[]): Promise<void> {
  for (let start = 0; start < messages.length; start += atOnce) {
    const some = messages.slice(start, start + atOnce);
    await Promise.all(some.map((sms) => receive(deps, { ...sms, sourceId })));
  }
}
