import { africasTalking } from "./kinds/africas-talking.ts";
import { awsSns } from "./kinds/aws-sns.ts";
import { bandwidth } from "./kinds/bandwidth.ts";
import { clicksend } from "./kinds/clicksend.ts";
import { gammu } from "./kinds/gammu.ts";
import { generic } from "./kinds/generic.ts";
import { httpsms } from "./kinds/httpsms.ts";
import { infobip } from "./kinds/infobip.ts";
import { jasmin } from "./kinds/jasmin.ts";
import { kannel } from "./kinds/kannel.ts";
import { playsms } from "./kinds/playsms.ts";
import { plivo } from "./kinds/plivo.ts";
import { signalwire } from "./kinds/signalwire.ts";
import { sinch } from "./kinds/sinch.ts";
import { smsForwarder } from "./kinds/sms-forwarder.ts";
import { smsGate } from "./kinds/sms-gate.ts";
import { smstools } from "./kinds/smstools.ts";
import { telnyx } from "./kinds/telnyx.ts";
import { termii } from "./kinds/termii.ts";
import { textbee } from "./kinds/textbee.ts";
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
  ["kannel", kannel],
  ["jasmin", jasmin],
  ["playsms", playsms],
  ["sms-gate", smsGate],
  ["httpsms", httpsms],
  ["textbee", textbee],
  ["sms-forwarder", smsForwarder],
  ["gammu", gammu],
  ["smstools", smstools],
]);
