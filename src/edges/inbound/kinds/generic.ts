import { randomBytes } from "node:crypto";
import { authCheck } from "../generic/auth.ts";
import { guideTo } from "../generic/guide.ts";
import { genericOptions } from "../generic/options.ts";
import { createParser } from "../generic/parse.ts";
import { checkGenericSettings } from "../generic/settings.ts";
import type { SourceKind } from "../source-kind.ts";

const newSecret = (): string => randomBytes(24).toString("base64url");

/** How a new source authenticates, if the operator does not choose. */
const newSecrets: Record<string, () => object> = {
  basic: () => ({ username: "zapotp", password: newSecret() }),
  header: () => ({ name: "X-Api-Key", value: newSecret() }),
  hmac: () => ({ secret: newSecret() }),
};

/** What each authentication method calls its secret. */
const secretNames: Record<string, string | undefined> = {
  basic: "password",
  header: "value",
  hmac: "secret",
};

/** Any carrier, gateway or script that calls a URL for each message or batch of messages. */
export const generic: SourceKind = {
  describe: () =>
    "Any carrier or script that calls our address: JSON, form, query or text, fields as you name them.",
  options: genericOptions,
  guide: (url, settings) => guideTo(url, checkGenericSettings(settings)),
  defaults({ auth, settings = {} }) {
    const given = settings["auth"] as { kind?: string } | undefined;
    const kind = auth ?? given?.kind ?? "header";
    return checkGenericSettings({ ...settings, auth: { ...newSecrets[kind]?.(), ...given, kind } });
  },
  validate: checkGenericSettings,
  secretOf(settings) {
    const { auth } = checkGenericSettings(settings);
    if (auth.kind === "basic") return `${auth.username}:${auth.password}`;
    if (auth.kind === "header") return `${auth.name}: ${auth.value}`;
    return auth.kind === "hmac" ? auth.secret : null;
  },
  renew(value) {
    const settings = checkGenericSettings(value);
    const { kind } = settings.auth;
    const name = secretNames[kind];
    return { ...settings, auth: { ...settings.auth, ...(name && { [name]: newSecret() }) } };
  },
  open(value) {
    const settings = checkGenericSettings(value);
    return {
      authenticate: authCheck(settings.auth),
      challenge: settings.auth.kind === "basic" ? 'Basic realm="ZapOTP source", charset="UTF-8"' : undefined,
      parse: createParser(settings),
      answer: settings.answer,
    };
  },
};
