import { receive, type ReceiveDeps } from "../../domain/messages/receive.ts";
import type { InboundSms } from "./source-kind.ts";

/** Enough at once to fill a batch; a body of thousands must not make everybody else wait. */
const atOnce = 100;

/** Stores the messages of one call; resolves when every one is committed. The source must repeat those that fail. */
export async function takeIn(deps: ReceiveDeps, sourceId: number, messages: InboundSms[]): Promise<void> {
  for (let start = 0; start < messages.length; start += atOnce) {
    const some = messages.slice(start, start + atOnce);
    await Promise.all(some.map((sms) => receive(deps, { ...sms, sourceId })));
  }
}
