import { Type } from "typebox";
import type { KindOption } from "../../domain/sources/kind.ts";
import { invalid } from "../../kit/errors.ts";
import { callerOption, createCallerCheck } from "./callers.ts";
import { authCheck } from "./generic/auth.ts";
import { challengeOf, newAuth, renewAuth, secretIn } from "./generic/secret.ts";
import { checkAuth, type Auth } from "./generic/settings.ts";
import { checkSettings } from "./settings.ts";
import type { InboundRequest, Parsed, SourceKind } from "./source-kind.ts";
import { emptyAnswer } from "./answers.ts";

/** A carrier that signs nothing by itself: the secret, if it can be given one, is made here. */
export interface Preset {
  describe: string;
  /** What it can be made to prove itself with, the usual first; the rest of each method's settings. */
  auths: Partial<Record<"none" | "basic" | "hmac", object>>;
  /** What its console must be told, by the method. */
  steps: (auth: Auth) => string[];
  parse: (request: InboundRequest) => Parsed;
}

const schema = Type.Object(
  { auth: Type.Optional(Type.Unknown()), callers: Type.Optional(Type.String()) },
  { additionalProperties: false },
);

interface PresetSettings {
  auth: Auth;
  callers?: string;
}

/** A kind of source whose format is known, authenticated like a generic one: by its address, HTTP Basic or a list of IPs. */
export function presetKind({ describe, auths, steps, parse }: Preset): SourceKind {
  const methods = Object.keys(auths);
  const [usual = "none"] = methods;

  function validate(value: unknown): PresetSettings {
    const { auth, ...rest } = checkSettings(schema, value);
    const kind = String((auth as { kind?: unknown } | null | undefined)?.kind ?? usual);
    if (!methods.includes(kind)) throw invalid("auth.kind", `auth.kind must be ${methods.join(" or ")}.`);
    createCallerCheck(rest.callers);
    const ofKind = auths[kind as keyof typeof auths];
    return { ...rest, auth: checkAuth({ ...(auth as object | undefined), ...ofKind, kind }) };
  }

  return {
    describe: () => describe,
    options: [...(methods.length > 1 ? [methodOption(methods, usual)] : []), callerOption],
    guide: (_url, settings) => ({ steps: steps(validate(settings).auth), curl: null }),
    defaults({ auth, settings = {} }) {
      const given = settings["auth"] as { kind?: string } | undefined;
      return validate({ ...settings, auth: newAuth(auth ?? given?.kind ?? usual, given) });
    },
    validate,
    secretOf: (settings) => secretIn(validate(settings).auth),
    isOpen: (settings) => validate(settings).auth.kind === "none",
    renew(value) {
      const settings = validate(value);
      return { ...settings, auth: renewAuth(settings.auth) };
    },
    open(value) {
      const { auth, callers } = validate(value);
      return {
        mayCall: createCallerCheck(callers),
        authenticate: authCheck(auth),
        challenge: challengeOf(auth),
        parse,
        answer: emptyAnswer,
      };
    },
  };
}

const methodOption = (methods: string[], usual: string): KindOption => ({
  name: "auth",
  label: "How the source proves itself",
  help: "basic and hmac use a secret that is made here; with none, whoever knows the address may send.",
  type: "choice",
  choices: methods,
  default: usual,
});
