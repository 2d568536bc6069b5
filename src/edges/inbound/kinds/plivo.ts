import { invalid } from "../../../kit/errors.ts";
import { emptyDocument } from "../answers.ts";
import { readFormText } from "../form-body.ts";
import { createNumberReader } from "../number.ts";
import { signatureOf } from "../plivo/signature.ts";
import { signedKind } from "../signed-kind.ts";
import { toSms } from "../sms.ts";
import type { InboundRequest, Parsed } from "../source-kind.ts";

const names = { to: "To", from: "From", text: "Text", id: "MessageUUID" };
const reading = { readNumber: createNumberReader() };

/** Parses the one message of a call (Plivo, "Receive a message": the request to the message URL). */
function parse(request: InboundRequest): Parsed {
  const form = readFormText(request);
  const field = (name: string): string | undefined => form.get(name)?.[0];
  if (!field("MessageUUID")) throw invalid("MessageUUID", "MessageUUID is missing.");
  // A delivery report of an outgoing message, if somebody has it sent here.
  if (field("Status") !== undefined && field("Text") === undefined) return { messages: [], faults: [] };
  const type = field("Type") ?? "sms";
  const to = type === "whatsapp" && field("To") !== undefined ? `whatsapp:${field("To")}` : field("To");
  // An MMS has no Text, and a Body only if something is written in it.
  const hasMedia = type === "mms";
  const text = field("Text") ?? (hasMedia ? field("Body") : undefined);
  const sms = toSms({ to, from: field("From"), text, hasMedia, id: field("MessageUUID") }, names, reading);
  return { messages: sms ? [sms] : [], faults: [] };
}

/** Plivo's messaging webhooks: incoming messages of an XML application. */
export const plivo = signedKind({
  describe: "Plivo: incoming messages, signed with the account's auth token.",
  secrets: {
    setting: "authTokens",
    label: "Auth token",
    where: "In Plivo’s console, on its overview page; of the subaccount, if one owns the numbers.",
  },
  steps: [
    "In Plivo’s console, under Messaging, Applications (XML), add an application, and set its “Message URL” to this address, with method POST.",
    "Under Phone Numbers give each number the application type “XML Application”, and this application.",
  ],
  open: (authTokens, _own, memory) => ({
    authenticate(request) {
      const signature = signatureOf(authTokens, request);
      if (signature === null) return false;
      // Version 2 does not cover the message, so a nonce vouches for one message only.
      return signature.version === 3 || memory.isFirst(signature.nonce, contentOf(request), request.at);
    },
    parse,
    answer: emptyDocument("application/xml"),
  }),
});

const contentOf = ({ query, body }: InboundRequest): Buffer =>
  Buffer.concat([Buffer.from(query), Buffer.from("\n"), body]);
