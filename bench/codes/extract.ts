/** The adapter `score.mjs` asks for: a message in, code and service out. */
import { findCode, readMessage } from "../../src/domain/messages/code.ts";
import { createServiceRecognizer } from "../../src/domain/messages/service.ts";
import { readCatalogue } from "./catalogue.ts";

const recognizeService = createServiceRecognizer(readCatalogue());

/** The service as the message wrote it, for so the scorer labels them (`微信支付`, not `wechat-pay`). */
export function extract(text: string, sender?: string): { code: string | null; service: string | null } {
  const message = readMessage(text);
  const found = findCode(message, { sender });
  return {
    code: found?.code ?? null,
    service: found ? (recognizeService(message, sender)[0]?.name ?? null) : null,
  };
}

/** The code alone, to tell what naming the service costs. */
export function extractCode(text: string, sender?: string): { code: string | null; service: string | null } {
  return { code: findCode(text, { sender })?.code ?? null, service: null };
}
