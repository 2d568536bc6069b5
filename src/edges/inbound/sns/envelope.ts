import { Type, type Static } from "typebox";
import { readJson } from "../json-body.ts";
import { checkSettings } from "../settings.ts";
import type { InboundRequest } from "../source-kind.ts";

const schema = Type.Object({
  Type: Type.String(),
  MessageId: Type.String(),
  TopicArn: Type.String(),
  Message: Type.String(),
  Timestamp: Type.String(),
  SignatureVersion: Type.String(),
  Signature: Type.String(),
  SigningCertURL: Type.String(),
  Subject: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  SubscribeURL: Type.Optional(Type.String()),
  Token: Type.Optional(Type.String()),
});

/** What SNS posts, whatever it is about (Amazon SNS, "HTTP/HTTPS notification JSON format"). */
export type Envelope = Static<typeof schema>;

/** Throws a Refusal that names what is missing. */
export const readEnvelope = (request: InboundRequest): Envelope => checkSettings(schema, readJson(request));
