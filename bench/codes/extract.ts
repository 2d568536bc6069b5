/** The adapter that `score.mjs` expects: takes a message, returns code and service. */
import { findCode, readMessage } from "../../src/domain/messages/code.ts";
import { createServiceRecognizer } from "../../src/domain/messages/service.ts";
import { readCatalogue } from "./catalogue.ts";

const recognizeService = createServiceRecognizer(readCatalogue());

/** The service as written in the message, because the scorer's labels are like that (`微信支付`, not `wechat-pay`). */
export function extract(text: string, sender?: string): { code: string | null; service: string | null } {
  const message = readMessage(text);
  const found = findCode(message, { sender });
  return {
    code: found?.code ?? null,
    service: found ? (recognizeService(message, sender)[0]?.name ?? null) : null,
  };
}

/** Only the code, to find out what naming the service costs. */
export function extractCode(text: string, sender?: string): { code: string | null; service: string | null } {
  return { code: findCode(text, { sender })?.code ?? null, service: null };
}
