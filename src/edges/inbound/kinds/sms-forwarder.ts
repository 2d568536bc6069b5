import { readOne } from "../batch.ts";
import { gatewayKind } from "../gateway-kind.ts";
import { readJson } from "../json-body.ts";
import {
  checkLines,
  countryOption,
  lineOptions,
  lineSchema,
  readingOf,
  type LineSettings,
} from "../lines.ts";
import { createSmsReader } from "../read-sms.ts";

/** What the app is told to send: it puts its values in place of what is in brackets (WebhookUtils.kt). */
const template =
  '{"from":"[from]","text":"[org_content]","time":"[receive_time:yyyy-MM-dd HH:mm:ssZ]","sim":"[card_slot]"}';
const paths = { to: "to", line: "sim", from: "from", text: "text", timestamp: "time" };

/** SmsForwarder (pppscn), an Android app. Its own signature covers the time and not the message, hence a password. */
export const smsForwarder = gatewayKind<LineSettings>({
  describe: "SmsForwarder: SMS of an Android phone, by HTTP Basic with a password made here.",
  auths: { basic: {}, none: {} },
  own: { schema: lineSchema, options: [...lineOptions("SIM"), countryOption], check: checkLines },
  steps: (auth, url) => [
    `In the app, under Senders, add a Webhook with the method POST and this address${auth.kind === "basic" ? `, with the user ${auth.username} and the password of this source in it: ${url.replace("://", `://${auth.username}:PASSWORD@`)}` : ""}.`,
    `As its body (webParams) enter: ${template}`,
    "Under General settings raise “Request retries” to at least 5: the app does not repeat a call by itself.",
    "Add a rule of type SMS that sends everything to it. The app names SIMs by the remarks in its settings: a remark that is the number, with the plus, needs no entry in lines.",
  ],
  open(own) {
    const readMessage = createSmsReader(paths, { ...readingOf(own), knowsZone: true });
    return (request) => {
      const call = readJson(request);
      return readOne(call, readMessage);
    };
  },
});
