import type { Carrier } from "./carrier.ts";
import { awsSns } from "./carriers/aws-sns.ts";
import { generic, genericCompressed, genericKannel, genericMultipart } from "./carriers/generic.ts";
import {
  africasTalking,
  bandwidth,
  clicksend,
  infobip,
  sinch,
  sinchSigned,
  termii,
} from "./carriers/presets.ts";
import { gammu, jasmin, kannel, playsms, smstools } from "./carriers/gateways.ts";
import { httpsms, smsForwarder, smsGate, textbee } from "./carriers/phones.ts";
import { plivo, plivoV3 } from "./carriers/plivo.ts";
import { telnyx } from "./carriers/telnyx.ts";
import { signalwire, twilio, twilioByGet } from "./carriers/twilio.ts";
import { vonageByForm, vonageByJson, vonageMessages } from "./carriers/vonage.ts";

/** Every carrier that the suite simulates. */
export const carriers: readonly Carrier[] = [
  twilio,
  twilioByGet,
  signalwire,
  telnyx,
  plivo,
  plivoV3,
  vonageByForm,
  vonageByJson,
  vonageMessages,
  sinch,
  sinchSigned,
  infobip,
  bandwidth,
  africasTalking,
  clicksend,
  termii,
  awsSns,
  kannel,
  jasmin,
  playsms,
  smsGate,
  httpsms,
  textbee,
  smsForwarder,
  gammu,
  smstools,
  generic,
  genericCompressed,
  genericMultipart,
  genericKannel,
];
