import { africasTalking } from "./kinds/africas-talking.ts";
import { awsSns } from "./kinds/aws-sns.ts";
import { bandwidth } from "./kinds/bandwidth.ts";
import { clicksend } from "./kinds/clicksend.ts";
import { generic } from "./kinds/generic.ts";
import { infobip } from "./kinds/infobip.ts";
import { plivo } from "./kinds/plivo.ts";
import { signalwire } from "./kinds/signalwire.ts";
import { sinch } from "./kinds/sinch.ts";
import { telnyx } from "./kinds/telnyx.ts";
import { termii } from "./kinds/termii.ts";
import { twilio } from "./kinds/twilio.ts";
import { vonage } from "./kinds/vonage.ts";
import type { SourceKind } from "./source-kind.ts";

/** Every kind of source, by its name in URLs. */
export const sourceKinds: ReadonlyMap<string, SourceKind> = new Map([
  ["generic", generic],
  ["twilio", twilio],
  ["signalwire", signalwire],
  ["telnyx", telnyx],
  ["plivo", plivo],
  ["vonage", vonage],
  ["sinch", sinch],
  ["infobip", infobip],
  ["bandwidth", bandwidth],
  ["africas-talking", africasTalking],
  ["termii", termii],
  ["clicksend", clicksend],
  ["aws-sns", awsSns],
]);
