import { Type } from "typebox";
import { checkSettings } from "../settings.ts";
import type { SourceKind } from "../source-kind.ts";
import { parseTwilio } from "../twilio/parse.ts";
import { isSigned, type Repeats } from "../twilio/signature.ts";

const schema = Type.Object(
  // Two during a rotation.
  { authTokens: Type.Array(Type.String({ minLength: 1 }), { minItems: 1, maxItems: 4 }) },
  { additionalProperties: false },
);

const validate = (settings: unknown): { authTokens: string[] } => checkSettings(schema, settings);

/** Twilio, and carriers that use its protocol. */
export function twilioLike(words: {
  describe: string;
  headers: string[];
  repeats: Repeats;
  /** The carrier's name for its signing secret, and where its console shows the secret and takes the address. */
  secret: { label: string; where: string };
  address: string;
}): SourceKind {
  return {
    describe: () => words.describe,
    options: [
      {
        name: "secrets",
        label: words.secret.label,
        help: `${words.secret.where} Two while one replaces the other.`,
        type: "secrets",
        required: true,
      },
    ],
    guide: () => ({
      steps: [words.address, "Then send an SMS to one of your numbers: only the carrier can sign a message."],
      curl: null,
    }),
    defaults: ({ secrets, settings = {} }) =>
      validate({ authTokens: [], ...settings, ...(secrets && { authTokens: secrets }) }),
    validate,
    secretOf: () => null, // The carrier created it, so it already has it.
    renew: validate,
    open(settings) {
      const { authTokens } = validate(settings);
      return {
        authenticate(request) {
          const header = words.headers
            .map((name) => request.headers[name])
            .find((value) => value !== undefined);
          if (typeof header !== "string") return false;
          const { method, url, body } = request;
          // A GET has no form: its fields are in the URL, which is signed.
          const form = new URLSearchParams(method === "GET" ? "" : body.toString());
          return isSigned(authTokens, { signature: header, url, form, body }, words.repeats);
        },
        parse: parseTwilio,
        // An empty document: any message in it would be sent to the sender, and billed.
        answer: { status: 200, contentType: "text/xml", body: "<Response></Response>" },
      };
    },
  };
}

export const twilio: SourceKind = twilioLike({
  describe: "Twilio: incoming messages, signed with the account's auth token.",
  headers: ["x-twilio-signature"],
  repeats: "distinct",
  secret: { label: "Auth token", where: "In Twilio’s console, on the account’s first page." },
  address:
    "In Twilio’s console open the number, and under Messaging set “A message comes in” to Webhook, this address, HTTP POST.",
});
