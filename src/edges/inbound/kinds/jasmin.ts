import { gatewayKind } from "../gateway-kind.ts";
import { readJasmin } from "../jasmin/parse.ts";
import { checkLines, countryOption, lineSchema, readingOf, type LineSettings } from "../lines.ts";

/** Jasmin's HTTP connectors for incoming SMS ("Receiving SMS-MO"). It wants exactly this answer, or repeats the call. */
export const jasmin = gatewayKind<LineSettings>({
  describe: "Jasmin: SMS that a route sends to an HTTP connector.",
  auths: { none: {} },
  own: {
    schema: { defaultCountry: lineSchema.defaultCountry },
    options: [{ ...countryOption, seldom: true }],
    check: checkLines,
  },
  steps: (_auth, url) => [
    `In Jasmin’s management console (jcli) add an HTTP connector: httpccm -a, then cid zapotp, url ${url}, method POST, ok.`,
    "Send every incoming SMS to it: morouter -a, then type DefaultRoute, connector http(zapotp), ok; then persist.",
    "In jasmin.cfg, under deliversm-thrower, set max_retries to 1000: otherwise Jasmin drops an SMS after three calls that fail.",
  ],
  open: (own) => readJasmin(readingOf(own)),
  answer: { status: 200, contentType: "text/plain; charset=utf-8", body: "ACK/Jasmin" },
});
