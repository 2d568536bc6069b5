import { Type, type TSchema } from "typebox";
import type { KindOption } from "../../domain/sources/kind.ts";
import { invalid } from "../../kit/errors.ts";
import { emptyAnswer } from "./answers.ts";
import { callerOption, createCallerCheck } from "./callers.ts";
import { givenTolerance, toleranceOption } from "./fresh.ts";
import { authCheck } from "./generic/auth.ts";
import { challengeOf, newAuth, renewAuth, secretIn } from "./generic/secret.ts";
import { checkAuth, type Auth } from "./generic/settings.ts";
import { checkSettings } from "./settings.ts";
import type { InboundRequest, Parsed, SourceAnswer, SourceKind } from "./source-kind.ts";

/** A gateway or phone of the operator's that is given an address and, if it can use one, a secret made here. */
export interface Gateway<Own extends object> {
  describe: string;
  /** The ways in which it can authenticate, the usual one first, each with its fixed settings. */
  auths: Partial<Record<"none" | "basic" | "hmac", object>>;
  /** Its further settings; `check` throws a Refusal if they are wrong in a way that the schema does not say. */
  own: { schema: Record<string, TSchema>; options: readonly KindOption[]; check?: (own: Own) => void };
  /** What to set in it, for the method that is chosen. */
  steps: (auth: Auth, url: string) => string[];
  /** Called once, with its settings. */
  open: (own: Own) => (request: InboundRequest) => Parsed;
  answer?: SourceAnswer;
}

interface GatewaySettings {
  auth: Auth;
  callers?: string;
}

/** Signatures that cover a time have a setting for how old it may be; it replaces the usual one. */
const signsTime = ({ hmac }: Gateway<object>["auths"]): boolean =>
  hmac !== undefined && "timestampHeader" in hmac;

/** A kind of source whose format is known, authenticated like a generic one: by its address, HTTP Basic or a list of IPs. */
export function gatewayKind<Own extends object>(gateway: Gateway<Own>): SourceKind {
  const { describe, auths, own, steps, open, answer = emptyAnswer } = gateway;
  const schema = Type.Object(
    {
      auth: Type.Optional(Type.Unknown()),
      callers: Type.Optional(Type.String()),
      ...(signsTime(auths) && { toleranceSeconds: givenTolerance }),
      ...own.schema,
    },
    { additionalProperties: false },
  );
  const methods = Object.keys(auths);
  const [usual = "none"] = methods;

  function validate(value: unknown): GatewaySettings {
    const { auth, ...rest } = checkSettings(schema, value);
    const kind = String((auth as { kind?: unknown } | null | undefined)?.kind ?? usual);
    if (!methods.includes(kind)) throw invalid("auth.kind", `auth.kind must be ${methods.join(" or ")}.`);
    createCallerCheck(rest.callers);
    own.check?.(rest as Own);
    const ofKind = auths[kind as keyof typeof auths];
    const { toleranceSeconds } = rest as { toleranceSeconds?: number };
    const tolerance = kind === "hmac" && toleranceSeconds !== undefined ? { toleranceSeconds } : {};
    return { ...rest, auth: checkAuth({ ...(auth as object | undefined), ...ofKind, kind, ...tolerance }) };
  }

  return {
    describe: () => describe,
    options: [
      ...(methods.length > 1 ? [methodOption(methods, usual)] : []),
      ...own.options,
      callerOption,
      ...(signsTime(auths) ? [toleranceOption] : []),
    ],
    guide: (url, settings) => ({ steps: steps(validate(settings).auth, url), curl: null }),
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
      const { auth, callers, ...rest } = validate(value);
      return {
        mayCall: createCallerCheck(callers),
        authenticate: authCheck(auth),
        challenge: challengeOf(auth),
        parse: open(rest as Own),
        answer,
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
