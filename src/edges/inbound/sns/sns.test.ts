import assert from "node:assert/strict";
import { test } from "node:test";
import { awsSns } from "../kinds/aws-sns.ts";
import type { InboundRequest } from "../source-kind.ts";
import { snsHost } from "./address.ts";
import {
  answerAsSns,
  certificateUrl,
  envelope,
  subscribeUrl,
  topicArn,
} from "../../../../test/sources/carriers/aws-sns.ts";
import { noMemory } from "../../../../test/sources/memory.ts";

const at = new Date("2026-11-01T12:00:00Z");
const request = (body: string): InboundRequest => ({
  method: "POST",
  url: "https://zap.example/in/aws-sns/1/t",
  query: "",
  headers: {},
  body: Buffer.from(body),
  caller: "192.0.2.1",
  at,
});
const open = () => awsSns.open({ topicArn }, noMemory);

test("both versions of the signature count, of this topic alone; the certificate is fetched once", async (t) => {
  const sns = answerAsSns();
  t.after(sns.stop);
  const source = open();
  for (const SignatureVersion of ["1", "2"])
    assert.ok(await source.authenticate(request(envelope({ SignatureVersion }, at))));
  assert.deepEqual(sns.asked, [certificateUrl]);
  const right = envelope({}, at);
  assert.ok(!(await source.authenticate(request(envelope({ TopicArn: `${topicArn}2` }, at)))));
  assert.ok(
    !(await source.authenticate(request(right.replace('"SignatureVersion":"2"', '"SignatureVersion":"3"')))),
  );
  assert.ok(!(await source.authenticate(request(right.replace('"Message":""', '"Message":"x"')))));
  for (const body of ["", "{", "[]", "null", '{"Type":1}'])
    assert.ok(!(await source.authenticate(request(body))));
  assert.deepEqual(sns.asked, [certificateUrl]);
});

test("certificates are fetched from SNS alone, and only if they are valid", async (t) => {
  const sns = answerAsSns();
  t.after(sns.stop);
  for (const SigningCertURL of [
    certificateUrl.replace("https", "http"),
    certificateUrl.replace("amazonaws.com", "amazonaws.com.evil.example"),
    certificateUrl.replace("sns.us-east-1.amazonaws.com", "evil.example/sns.us-east-1.amazonaws.com"),
    certificateUrl.replace("sns.", "xsns."),
    certificateUrl.replace("sns.us-east-1.", "sns.us-east-1.s3."),
    certificateUrl.replace("us-east-1", "eu-west-1"),
    certificateUrl.replace("amazonaws.com", "amazonaws.com.cn"),
    certificateUrl.replace("us-east-1.", ""),
    certificateUrl.replace(".com/", ".com:8443/"),
    certificateUrl.replace("https://", "https://user@"),
    certificateUrl.replace(".pem", ".txt"),
    "file:///etc/passwd.pem",
    "",
  ])
    assert.ok(!(await open().authenticate(request(envelope({ SigningCertURL }, at)))), SigningCertURL);
  assert.deepEqual(sns.asked, []);
  const late = { ...request(envelope({}, at)), at: new Date("2041-01-01T00:00:00Z") };
  assert.ok(!(await open().authenticate(late)), "the certificate has ended");
});

test("a subscription is confirmed at SNS alone; if SNS cannot be reached, the call fails and comes again", async (t) => {
  const sns = answerAsSns();
  const source = open();
  const confirmation = (SubscribeURL: string): InboundRequest =>
    request(envelope({ Type: "SubscriptionConfirmation", Token: "t", SubscribeURL }, at));
  await source.confirm?.(confirmation(subscribeUrl));
  assert.deepEqual(sns.asked, [subscribeUrl]);
  for (const elsewhere of [
    "https://evil.example/",
    subscribeUrl.replace("https", "http"),
    "http://127.0.0.1/",
    subscribeUrl.replace("us-east-1", "eu-west-1"),
    "",
  ])
    await assert.rejects(
      async () => source.confirm?.(confirmation(elsewhere)),
      /^Refusal: SubscribeURL/,
      elsewhere,
    );
  await source.confirm?.(request(envelope({ SubscribeURL: "https://evil.example/" }, at)));
  assert.deepEqual(sns.asked, [subscribeUrl], "a notification confirms nothing");
  sns.stop();

  const real = globalThis.fetch;
  t.after(() => void (globalThis.fetch = real));
  const isUnavailable = { code: "unavailable", message: /^Amazon SNS cannot be reached/ };
  for (const answer of [
    () => new Response("", { status: 503 }),
    () => new Response("", { status: 403 }),
    () => new Response("", { status: 404 }),
    () => new Response("", { status: 302, headers: { location: certificateUrl } }),
    () => new Response("x".repeat(64 * 1024 + 1)),
    () => {
      throw new TypeError("fetch failed");
    },
  ]) {
    globalThis.fetch = async () => answer();
    await assert.rejects(async () => open().authenticate(request(envelope({}, at))), isUnavailable);
    await assert.rejects(async () => open().confirm?.(confirmation(subscribeUrl)), isUnavailable);
  }
  globalThis.fetch = async () => new Response("<html>Sign in to this network</html>");
  await assert.rejects(async () => open().authenticate(request(envelope({}, at))), isUnavailable);
});

test("the host is that of the topic's region and partition; other partitions are refused as settings", () => {
  for (const [topic, host] of [
    ["arn:aws:sns:eu-west-1:123456789012:sms", "sns.eu-west-1.amazonaws.com"],
    ["arn:aws-cn:sns:cn-north-1:123456789012:sms", "sns.cn-north-1.amazonaws.com.cn"],
    ["arn:aws-us-gov:sns:us-gov-west-1:123456789012:sms.fifo", "sns.us-gov-west-1.amazonaws.com"],
  ] as const)
    assert.equal(snsHost(topic), host);
  for (const topicArn of [
    "arn:aws-iso:sns:us-iso-east-1:123456789012:sms",
    "arn:aws:sqs:us-east-1:123456789012:a",
    "",
  ])
    assert.throws(() => awsSns.validate({ topicArn }), /^Refusal: topicArn must be the ARN of an SNS topic/);
});
