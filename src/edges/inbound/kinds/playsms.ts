import { readOne } from "../batch.ts";
import { fieldsOf } from "../field-parser.ts";
import { gatewayKind } from "../gateway-kind.ts";
import {
  checkLines,
  countryOption,
  lineSchema,
  readingOf,
  timeZoneOption,
  timeZoneSchema,
  type LineSettings,
} from "../lines.ts";
import { createSmsReader } from "../read-sms.ts";

const names = { to: "to", from: "from", text: "text", timestamp: "time" };

/** playSMS's "SMS custom", which calls an address with the values that it is given placeholders for. */
export const playsms = gatewayKind<LineSettings>({
  describe: "playSMS: incoming SMS by its “SMS custom”.",
  auths: { none: {} },
  own: {
    schema: { number: lineSchema.number, defaultCountry: lineSchema.defaultCountry, ...timeZoneSchema },
    options: [
      {
        name: "number",
        label: "Receiving number",
        help: "For versions of playSMS without {SMSRECEIVER}: make a source for each number.",
        type: "text",
      },
      countryOption,
      { ...timeZoneOption, help: "The time zone of the playSMS user, such as Africa/Lagos." },
    ],
    check: checkLines,
  },
  steps: (_auth, url) => [
    `In playSMS add an “SMS custom” that takes every message of your numbers, with this URL: ${url}?from={SMSSENDER}&to={SMSRECEIVER}&time={SMSDATETIME}&text={CUSTOMRAW}`,
    "Do not tick “Make return as reply”.",
    "playSMS never repeats a call that failed: if it has Kannel or Gammu behind it, connect those to ZapOTP instead.",
  ],
  open(own) {
    const readMessage = createSmsReader(names, { ...readingOf(own), knowsZone: own.timeZone !== undefined });
    return (request) => {
      const call = fieldsOf(request);
      // A version that does not know the placeholder leaves it as it is.
      const { to } = call;
      const known = isPlaceholder(to) ? { ...call, to: undefined } : call;
      return readOne(known, readMessage);
    };
  },
});

const isPlaceholder = (value: unknown): boolean =>
  /^\{\w+\}$/.test(
    typeof value === "string" ? value : String((value as { bytes?: Buffer } | undefined)?.bytes),
  );
