import { emptyDocument } from "../answers.ts";
import { toForm } from "../form-body.ts";
import { headerOf } from "../header.ts";
import { signedKind } from "../signed-kind.ts";
import type { SourceKind } from "../source-kind.ts";
import { parseTwilio } from "../twilio/parse.ts";
import { isSigned, type Repeats } from "../twilio/signature.ts";

/** Twilio, and carriers that use its protocol. */
export function twilioLike(words: {
  describe: string;
  headers: string[];
  repeats: Repeats;
  /** The carrier's name for its signing secret, and where its console shows the secret and takes the address. */
  secret: { label: string; where: string };
  address: string;
}): SourceKind {
  return signedKind({
    describe: words.describe,
    secrets: { setting: "authTokens", ...words.secret },
    steps: [words.address],
    open: (authTokens) => ({
      authenticate(request) {
        const signature = words.headers.map((name) => headerOf(request, name)).find((value) => value !== "");
        if (signature === undefined) return false;
        const { method, url, body } = request;
        // A GET has no form: its fields are in the URL, which is signed.
        const form = toForm(method === "GET" ? "" : body.toString());
        return isSigned(authTokens, { signature, url, form, body }, words.repeats);
      },
      parse: parseTwilio,
      answer: emptyDocument("text/xml"),
    }),
  });
}

export const twilio: SourceKind = twilioLike({
  describe: "Twilio: incoming messages, signed with the account's auth token.",
  headers: ["x-twilio-signature"],
  repeats: "distinct",
  secret: { label: "Auth token", where: "In Twilio’s console, on the account’s first page." },
  address:
    "In Twilio’s console open the number, and under Messaging set “A message comes in” to Webhook, this address, HTTP POST.",
});
