import { readKannel } from "../kannel/parse.ts";
import { gatewayKind } from "../gateway-kind.ts";
import { checkLines, countryOption, lineSchema, readingOf, type LineSettings } from "../lines.ts";

/** The values that Kannel fills in (user's guide, "Parameters (Escape Codes)"). */
const fields = "from=%p&to=%P&text=%b&time=%T&id=%I&coding=%c&charset=%C&udh=%u";

/** Kannel's smsbox, which calls a get-url for every SMS. */
export const kannel = gatewayKind<LineSettings>({
  describe: "Kannel: SMS that its smsbox passes on by calling an address.",
  auths: { basic: {}, none: {} },
  own: {
    schema: { defaultCountry: lineSchema.defaultCountry },
    options: [{ ...countryOption, seldom: true }],
    check: checkLines,
  },
  steps: (auth, url) => [
    `In kannel.conf add a service that takes every SMS: group = sms-service, keyword = default, catch-all = true, max-messages = 0, get-url = "${withUser(url, auth.kind === "basic" ? auth.username : null)}?${fields}"`,
    ...(auth.kind === "basic"
      ? ["Put the password of this source in place of PASSWORD in the get-url."]
      : []),
    "Under group = smsbox set http-request-retry = 1000 and http-queue-delay = 10: otherwise Kannel gives up an SMS after the first call that fails.",
    "Under group = core set sms-combine-concatenated-mo = false: otherwise Kannel keeps a code back for half an hour if a part of its SMS is lost. Parts are put together here.",
  ],
  open: (own) => readKannel({ ...readingOf(own), knowsZone: true }),
});

const withUser = (url: string, username: string | null): string =>
  username === null ? url : url.replace("://", `://${username}:PASSWORD@`);
