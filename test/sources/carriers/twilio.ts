// The carriers' own package signs here: our own code would agree with its own mistakes.
import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";
import type { Carrier, CarrierSms } from "../carrier.ts";

const authToken = "the account's auth token";

const fieldsOf = ({ id, from, to, text, media = 0 }: CarrierSms): Record<string, string> => ({
  AccountSid: "AC1",
  MessageSid: id,
  SmsSid: id,
  SmsMessageSid: id,
  From: from,
  To: to,
  ...((text !== "" || media === 0) && { Body: text }),
  NumMedia: String(media),
  ...(media > 0 && { MediaUrl0: "https://api.twilio.com/media/1", MediaContentType0: "image/jpeg" }),
  NumSegments: "1",
  SmsStatus: "received",
  ApiVersion: "2010-04-01",
});

const like = (kind: string, header: string, secrets: string[]): Carrier => ({
  kind,
  options: { secrets },
  call(source, sms, scene) {
    return this.raw(source, new URLSearchParams(fieldsOf(sms)).toString(), scene);
  },
  raw({ path }, body, { publicUrl }) {
    const fields = Object.fromEntries(new URLSearchParams(body));
    const headers = {
      "content-type": "application/x-www-form-urlencoded",
      [header]: getExpectedTwilioSignature(authToken, publicUrl + path, fields),
    };
    return { headers, body };
  },
  forge: (call) => ({ ...call, body: String(call.body).replace("Body=", "Body=x") }),
  others(source, scene) {
    const report = { MessageSid: "SM9", SmsStatus: "delivered", From: "+12025550123", To: "+12025550199" };
    return [this.raw(source, new URLSearchParams(report).toString(), scene)];
  },
  freshSeconds: null,
  answer: { status: 200, type: /^text\/xml/, body: "<Response></Response>" },
  tells: { time: false, parts: false, media: true, binary: false },
});

export const twilio = like("twilio", "x-twilio-signature", [authToken]);
export const signalwire = like("signalwire", "x-signalwire-signature", ["a new one", authToken]);

/** The fields are in the URL, which is signed. */
export const twilioByGet: Carrier = {
  ...twilio,
  variant: "by GET",
  call({ path }, sms, { publicUrl }) {
    const query = new URLSearchParams(fieldsOf(sms)).toString();
    const signature = getExpectedTwilioSignature(authToken, `${publicUrl}${path}?${query}`, {});
    return { method: "GET", query, headers: { "x-twilio-signature": signature } };
  },
  forge: (call) => ({ ...call, query: `${call.query}&x=1` }),
};
