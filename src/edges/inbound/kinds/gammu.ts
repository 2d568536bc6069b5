import { readGammu } from "../gammu/parse.ts";
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

/** gammu-smsd's RunOnReceive, by the script in ops/gateways, which sends what smsd sets in its environment. */
export const gammu = gatewayKind<LineSettings>({
  describe: "gammu-smsd: SMS of a modem or phone, by its RunOnReceive.",
  auths: { basic: {}, none: {} },
  own: {
    schema: { ...lineSchema, ...timeZoneSchema },
    options: [
      ...lineOptions("PhoneID"),
      countryOption,
      {
        ...timeZoneOption,
        help: "The zone in which the network writes times, such as Africa/Lagos: smsd drops it.",
      },
    ],
    check: checkLines,
  },
  steps: (auth, url) => [
    "Copy ops/gateways/gammu-on-receive.sh to /usr/local/bin of the machine with the modems; it needs curl.",
    `In /etc/zapotp-sms.conf write two lines: URL='${url}' and ${auth.kind === "basic" ? `USER_AND_PASSWORD='${auth.username}:PASSWORD', with the password of this source` : "USER_AND_PASSWORD=''"}. Only smsd’s user should be able to read it.`,
    "In gammu-smsdrc, under [smsd], set RunOnReceive = /usr/local/bin/gammu-on-receive.sh, PhoneID = the modem’s number with the plus, and MultipartTimeout = 60. Start smsd with LC_ALL=C.UTF-8, or it replaces all but ASCII by question marks.",
    "As smsd’s user let cron run “gammu-on-receive.sh flush” every minute: it sends what could not be sent before a restart.",
    "If smsd writes to PostgreSQL, a source of the kind gammu-tables is better: it knows when each SMS was sent.",
  ],
  open: (own) => readGammu(readingOf(own)),
});
