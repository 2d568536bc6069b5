import { sign } from "node:crypto";
import { selfSigned } from "../certificate.ts";
import type { Carrier, CarrierSms, Scene } from "../carrier.ts";

const { key: privateKey, cert: certificate } = selfSigned();
export const topicArn = "arn:aws:sns:us-east-1:123456789012:sms";
export const certificateUrl = "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0123.pem";
export const subscribeUrl = "https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&Token=t";

/** Answers as SNS does at the addresses above, and at none else of AWS; the rest of the world is asked as before. Returns what SNS was asked. */
export function answerAsSns(): { asked: string[]; stop: () => void } {
  const real = globalThis.fetch;
  const asked: string[] = [];
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!new URL(url).hostname.endsWith("amazonaws.com")) return real(input, init);
    asked.push(url);
    if (url === certificateUrl) return new Response(certificate);
    return url === subscribeUrl
      ? new Response("<ConfirmSubscriptionResponse/>")
      : new Response("", { status: 404 });
  };
  return { asked, stop: () => void (globalThis.fetch = real) };
}

const signedNames = {
  Notification: ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"],
  others: ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"],
};

/** An envelope, signed as SNS signs it. */
export function envelope(fields: Record<string, string>, now: Date): string {
  const all: Record<string, string> = {
    Type: "Notification",
    MessageId: "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",
    TopicArn: topicArn,
    Message: "",
    Timestamp: now.toISOString(),
    SignatureVersion: "2",
    SigningCertURL: certificateUrl,
    ...fields,
  };
  const names = all["Type"] === "Notification" ? signedNames.Notification : signedNames.others;
  const text = names.filter((name) => all[name] !== undefined).map((name) => `${name}\n${all[name]}\n`);
  const algorithm = all["SignatureVersion"] === "1" ? "RSA-SHA1" : "RSA-SHA256";
  const Signature = sign(algorithm, Buffer.from(text.join("")), privateKey).toString("base64");
  return JSON.stringify({ ...all, Signature });
}

const post = (body: string) => ({ headers: { "content-type": "text/plain; charset=UTF-8" }, body });

const messageOf = ({ id, to, from, text }: CarrierSms): string =>
  JSON.stringify({
    originationNumber: from,
    destinationNumber: to,
    messageKeyword: "KEYWORD_123456789012",
    messageBody: text,
    inboundMessageId: id,
    previousPublishedMessageId: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  });

export const awsSns: Carrier = {
  kind: "aws-sns",
  options: { settings: { topicArn } },
  call: (_source, sms, { now }) =>
    post(envelope({ Message: messageOf(sms), Subject: "SMS" }, sms.sentAt ?? now)),
  raw: (_source, body, { now }: Scene) => post(envelope({ Message: body }, now)),
  forge: (call) => ({ ...call, body: String(call.body).replace("messageBody", "messagebody") }),
  others: (_source, { now }) =>
    ["SubscriptionConfirmation", "UnsubscribeConfirmation"].map((Type) =>
      post(envelope({ Type, Message: "You have chosen …", Token: "t", SubscribeURL: subscribeUrl }, now)),
    ),
  freshSeconds: null,
  answer: { status: 200, type: /^text\/plain/, body: "" },
  tells: { time: true, parts: false, media: false, binary: false },
};
