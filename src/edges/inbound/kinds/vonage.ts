import { Type } from "typebox";
import { invalid } from "../../../kit/errors.ts";
import { toleranceOption, toleranceSeconds } from "../fresh.ts";
import { signedKind } from "../signed-kind.ts";
import type { InboundRequest, Parsed } from "../source-kind.ts";
import { readFields } from "../vonage/fields.ts";
import { isSignedToken, tokenOf } from "../vonage/jwt-signature.ts";
import { parseMessage } from "../vonage/parse-message.ts";
import { parseSms } from "../vonage/parse-sms.ts";
import { isSignedSms, signatureMethods, type SignatureMethod } from "../vonage/sms-signature.ts";
import { emptyAnswer } from "../answers.ts";

function fieldsOf(request: InboundRequest): ReadonlyMap<string, string> | null {
  try {
    return readFields(request);
  } catch {
    return null; // Neither JSON nor a form, or too many fields: nothing that could be signed.
  }
}

function parse(request: InboundRequest): Parsed {
  if (tokenOf(request) !== null) return parseMessage(request);
  const fields = fieldsOf(request);
  if (fields === null) throw invalid("body", "The call has no fields with one text each.");
  return parseSms(fields);
}

/** Vonage's two APIs, by whichever the account receives SMS; the signature secret is the same. */
export const vonage = signedKind<{ signatureMethod: SignatureMethod; toleranceSeconds: number }>({
  describe: "Vonage: incoming messages of the Messages API or the SMS API, signed with the signature secret.",
  secrets: {
    setting: "signatureSecrets",
    label: "Signature secret",
    where: "In Vonage’s dashboard, under API Settings.",
  },
  own: {
    schema: { signatureMethod: Type.Enum([...signatureMethods], { default: "sha256" }), toleranceSeconds },
    options: [
      {
        name: "signatureMethod",
        label: "Signature method",
        help: "Only for the SMS API: what API Settings show as the signature method; sha256 is “SHA-256 HMAC signature”, md5hash “MD5 HASH signature”.",
        type: "choice",
        choices: signatureMethods,
        default: "sha256",
        seldom: true,
      },
      toleranceOption,
    ],
  },
  steps: [
    "In Vonage’s dashboard, under API Settings, SMS settings, choose “Messages API” as the default: it signs every call.",
    "Under Applications give an application the capability Messages, set its “Inbound URL” to this address with HTTP POST, and link your numbers to it.",
    "If you stay with the SMS API: set “Inbound SMS webhooks” to this address, and ask Vonage’s support to sign incoming messages, since unsigned ones are refused.",
  ],
  open(secrets, { signatureMethod: method, toleranceSeconds: tolerance }) {
    return {
      authenticate(request) {
        const token = tokenOf(request);
        if (token !== null) return isSignedToken(token, secrets, { ...request, toleranceSeconds: tolerance });
        const fields = fieldsOf(request);
        return (
          fields !== null &&
          isSignedSms(secrets, fields, { method, at: request.at, toleranceSeconds: tolerance })
        );
      },
      parse,
      answer: emptyAnswer,
    };
  },
});
