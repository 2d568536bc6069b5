import { gatewayKind } from "../gateway-kind.ts";
import {
  checkLines,
  countryOption,
  lineOptions,
  lineSchema,
  readingOf,
  timeZoneOption,
  timeZoneSchema,
  type LineSettings,
} from "../lines.ts";
import { readSmstools } from "../smstools/parse.ts";

/** SMS Server Tools 3, by its event handler in ops/gateways, which sends smsd's own files as they are. */
export const smstools = gatewayKind<LineSettings>({
  describe: "SMS Server Tools 3 (smstools): SMS of modems, by its event handler.",
  auths: { basic: {}, none: {} },
  own: {
    schema: { ...lineSchema, ...timeZoneSchema },
    options: [
      ...lineOptions("modem"),
      countryOption,
      {
        ...timeZoneOption,
        help: "The zone in which the network writes times, such as Africa/Lagos: smsd drops it.",
      },
    ],
    check: checkLines,
  },
  steps: (auth, url) => [
    "Copy ops/gateways/smstools-event.sh to /usr/local/bin of the machine with the modems; it needs curl.",
    `In /etc/zapotp-sms.conf write two lines: URL='${url}' and ${auth.kind === "basic" ? `USER_AND_PASSWORD='${auth.username}:PASSWORD', with the password of this source` : "USER_AND_PASSWORD=''"}. Only smsd’s user should be able to read it.`,
    "In smsd.conf set eventhandler = /usr/local/bin/smstools-event.sh and incoming_utf8 = yes, and for each modem internal_combine = no and number = its number with the country code. Without a number, name the number of each modem (or of each IMSI) in lines.",
    "As smsd’s user let cron run “smstools-event.sh flush” every minute: it sends what could not be sent before a restart.",
  ],
  open: (own) => readSmstools(readingOf(own)),
});
