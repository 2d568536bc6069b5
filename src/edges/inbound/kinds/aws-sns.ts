import { Type } from "typebox";
import { Refusal, invalid } from "../../../kit/errors.ts";
import { readOne } from "../batch.ts";
import { parseJson } from "../body.ts";
import { createNumberReader } from "../number.ts";
import { createSmsReader } from "../read-sms.ts";
import { checkSettings } from "../settings.ts";
import { snsAddress, snsHost } from "../sns/address.ts";
import { readEnvelope, type Envelope } from "../sns/envelope.ts";
import { fetchFromSns } from "../sns/fetch.ts";
import { createSnsCheck } from "../sns/signature.ts";
import type { InboundRequest, Parsed, SourceKind } from "../source-kind.ts";
import { emptyAnswer } from "../answers.ts";

const schema = Type.Object({ topicArn: Type.String() }, { additionalProperties: false });
const exampleArn = "arn:aws:sns:us-east-1:123456789012:sms";

function validate(value: unknown): { topicArn: string } {
  const settings = checkSettings(schema, value);
  if (snsHost(settings.topicArn) === null)
    throw invalid("topicArn", `topicArn must be the ARN of an SNS topic, such as ${exampleArn}.`);
  return settings;
}

const readMessage = createSmsReader(
  {
    id: "inboundMessageId",
    to: "destinationNumber",
    from: "originationNumber",
    text: "messageBody",
    timestamp: "$.Timestamp",
  },
  { readNumber: createNumberReader() },
);

function parse(request: InboundRequest): Parsed {
  const envelope = readEnvelope(request);
  if (envelope.Type !== "Notification") return { messages: [], faults: [] };
  const message = parseJson(envelope.Message);
  if (!(message as { inboundMessageId?: unknown } | null)?.inboundMessageId)
    throw invalid("inboundMessageId", "inboundMessageId is missing in Message.");
  return readOne(message, readMessage, envelope);
}

/** Any AWS customer can have SNS sign messages of a topic of theirs, hence only this one's. */
function readOwn(request: InboundRequest, topicArn: string): Envelope | null {
  try {
    const envelope = readEnvelope(request);
    return envelope.TopicArn === topicArn ? envelope : null;
  } catch (error) {
    if (error instanceof Refusal) return null; // Nothing that could be signed.
    throw error;
  }
}

/** Two-way SMS of AWS End User Messaging, which come through a topic of Amazon SNS. */
export const awsSns: SourceKind = {
  describe: () => "AWS End User Messaging SMS (Pinpoint): two-way messages through a topic of Amazon SNS.",
  options: [
    {
      name: "topicArn",
      label: "ARN of the topic",
      help: "The SNS topic that your numbers’ two-way SMS go to; calls of any other topic are refused.",
      type: "text",
      required: true,
      example: exampleArn,
    },
  ],
  guide: (_url, settings) => ({
    steps: [
      `In the AWS console, under End User Messaging SMS, Phone numbers, Two-way SMS, enable two-way messages with the destination Amazon SNS and the topic ${validate(settings).topicArn}.`,
      "Under Amazon SNS, Topics, set the topic’s SignatureVersion to 2, and create a subscription with protocol HTTPS and this address as the endpoint, without raw message delivery.",
      "The subscription confirms itself within a minute. Then send an SMS to one of your numbers: only AWS can sign a message.",
    ],
    curl: null,
  }),
  defaults: ({ settings = {} }) => validate(settings),
  validate,
  secretOf: () => null, // AWS signs with keys of its own.
  isOpen: () => false,
  renew: validate,
  open(settings) {
    const { topicArn } = validate(settings);
    const isSigned = createSnsCheck();
    return {
      async authenticate(request) {
        const envelope = readOwn(request, topicArn);
        return envelope !== null && (await isSigned(envelope, request.at));
      },
      async confirm(request) {
        const { Type: type, SubscribeURL: address } = readEnvelope(request);
        if (type !== "SubscriptionConfirmation") return;
        const url = snsAddress(address, topicArn);
        if (!url)
          throw invalid(
            "SubscribeURL",
            "SubscribeURL is not an address of Amazon SNS in the topic’s region.",
          );
        await fetchFromSns(url, () => {});
      },
      parse,
      answer: emptyAnswer,
    };
  },
};
