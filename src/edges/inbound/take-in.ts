import type { Heard } from "../../domain/lines/heard.ts";
import { receive, type ReceiveDeps } from "../../domain/messages/receive.ts";
import type { IncomingSms } from "../../domain/messages/message.ts";
import type { InboundSms } from "./source-kind.ts";

export interface TakeInDeps extends ReceiveDeps {
  heard: Heard;
}

/** Enough at once to fill a batch; a body of thousands must not make everybody else wait. */
const atOnce = 100;

/** Stores the messages of one call; resolves when every one is committed. The source must repeat those that fail. */
export async function takeIn(deps: TakeInDeps, sourceId: number, messages: InboundSms[]): Promise<void> {
  for (let start = 0; start < messages.length; start += atOnce) {
    const some = messages.slice(start, start + atOnce);
    await Promise.all(some.map((sms) => takeOne(deps, { ...sms, sourceId })));
  }
}

async function takeOne(deps: TakeInDeps, sms: IncomingSms): Promise<void> {
  const receipt = await receive(deps, sms);
  if (receipt !== "duplicate") deps.heard.note(sms);
}
