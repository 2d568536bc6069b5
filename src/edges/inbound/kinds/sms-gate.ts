import { emptyAnswer } from "../answers.ts";
import {
  lineSchema,
  lineOptions,
  countryOption,
  checkLines,
  readingOf,
  type LineSettings,
} from "../lines.ts";
import { signedKind } from "../signed-kind.ts";
import { isSignedByPhone } from "../sms-gate/signature.ts";
import { readSmsGate } from "../sms-gate/parse.ts";

/** SMS Gateway for Android (capcom6), whose webhooks come from the phone itself. It repeats a call for two days. */
export const smsGate = signedKind<LineSettings>({
  describe: "SMS Gateway for Android (sms-gate.app): SMS of a phone, signed with the phone's signing key.",
  secrets: {
    setting: "signingKeys",
    label: "Signing key",
    where: "In the app, under Settings, Webhooks, Signing Key.",
  },
  own: { schema: lineSchema, options: [...lineOptions("SIM"), countryOption], check: checkLines },
  steps: [
    'Register this address with the app: curl -u USER:PASSWORD -H "Content-Type: application/json" -d \'{"url":"THIS ADDRESS","event":"sms:received"}\' https://api.sms-gate.app/3rdparty/v1/webhooks, or http://PHONE:8080/webhooks in local mode; user and password are on the app’s first screen.',
    "Make a source for each phone. The app rarely knows a SIM’s number: with one SIM set number, with two lines, 1 and 2 being the slots.",
    "Exempt the app from battery optimization, or the phone sends messages late.",
  ],
  open(keys, own) {
    return {
      authenticate: (request) => isSignedByPhone(keys, request),
      parse: readSmsGate({ ...readingOf(own), knowsZone: true }),
      answer: emptyAnswer,
    };
  },
});
