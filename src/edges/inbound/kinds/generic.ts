import { callerOption, createCallerCheck } from "../callers.ts";
import { authCheck } from "../generic/auth.ts";
import { guideTo } from "../generic/guide.ts";
import { genericOptions } from "../generic/options.ts";
import { createParser } from "../generic/parse.ts";
import { challengeOf, newAuth, renewAuth, secretIn } from "../generic/secret.ts";
import { checkGenericSettings } from "../generic/settings.ts";
import type { SourceKind } from "../source-kind.ts";

/** Any carrier, gateway or script that calls a URL for each message or batch of messages. */
export const generic: SourceKind = {
  describe: () =>
    "Any carrier or script that calls our address: JSON, form, query or text, fields as you name them.",
  options: [...genericOptions, callerOption],
  guide: (url, settings) => guideTo(url, checkGenericSettings(settings)),
  defaults({ auth, settings = {} }) {
    const given = settings["auth"] as { kind?: string } | undefined;
    return checkGenericSettings({ ...settings, auth: newAuth(auth ?? given?.kind ?? "header", given) });
  },
  validate: checkGenericSettings,
  secretOf: (settings) => secretIn(checkGenericSettings(settings).auth),
  isOpen: (settings) => checkGenericSettings(settings).auth.kind === "none",
  renew(value) {
    const settings = checkGenericSettings(value);
    return { ...settings, auth: renewAuth(settings.auth) };
  },
  open(value) {
    const settings = checkGenericSettings(value);
    return {
      mayCall: createCallerCheck(settings.callers),
      authenticate: authCheck(settings.auth),
      challenge: challengeOf(settings.auth),
      parse: createParser(settings),
      answer: settings.answer,
    };
  },
};
