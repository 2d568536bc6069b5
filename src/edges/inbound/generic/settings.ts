import { Type, type Static } from "typebox";
import { invalid } from "../../../kit/errors.ts";
import { createCallerCheck } from "../callers.ts";
import { checkLines, lineSchema, timeZoneSchema } from "../lines.ts";
import { checkSettings } from "../settings.ts";
import { textEncodings } from "./text-encoding.ts";

const closed = { additionalProperties: false };
const some = { minLength: 1 };
const headerName = { pattern: "^[A-Za-z0-9-]+$" };

const hmac = Type.Object(
  {
    kind: Type.Literal("hmac"),
    secret: Type.String(some),
    header: Type.String({ ...headerName, default: "X-Signature" }),
    algorithm: Type.Enum(["sha1", "sha256", "sha512"], { default: "sha256" }),
    encoding: Type.Enum(["hex", "base64"], { default: "hex" }),
    /** What is signed: a template with {body}, {timestamp}, {nonce} and {url}. */
    template: Type.String({ pattern: "\\{(body|url)\\}", default: "{body}" }),
    timestampHeader: Type.Optional(Type.String(headerName)),
    nonceHeader: Type.Optional(Type.String(headerName)),
    toleranceSeconds: Type.Integer({ minimum: 1, default: 300 }),
  },
  closed,
);
const auths = {
  none: Type.Object({ kind: Type.Literal("none") }, closed),
  basic: Type.Object(
    {
      kind: Type.Literal("basic"),
      username: Type.String({ pattern: "^[^:]+$" }),
      password: Type.String(some),
    },
    closed,
  ),
  header: Type.Object(
    { kind: Type.Literal("header"), name: Type.String(headerName), value: Type.String(some) },
    closed,
  ),
  hmac,
};

const path = (name: string) => Type.String({ ...some, default: name });
const schema = Type.Object(
  {
    /** The path of each field in a message (path.ts). */
    fields: Type.Object(
      {
        to: path("to"),
        from: path("from"),
        text: path("text"),
        id: path("id"),
        timestamp: path("timestamp"),
        partReference: Type.Optional(Type.String(some)),
        partTotal: Type.Optional(Type.String(some)),
        partNumber: Type.Optional(Type.String(some)),
        line: Type.Optional(Type.String(some)),
      },
      { ...closed, default: {} },
    ),
    /** The path of the list of messages, for sources that send several at once. */
    items: Type.Optional(Type.String(some)),
    /** How texts are wrapped or encoded; `none`: as they come, with the charset detected. */
    textEncoding: Type.Enum([...textEncodings], { default: "none" }),
    ...lineSchema,
    ...timeZoneSchema,
    /**
     * Only items with this value are messages; the rest (delivery reports, for example) is acknowledged and ignored.
     */
    filter: Type.Optional(
      Type.Object(
        {
          path: Type.String(some),
          equals: Type.Unsafe<string | number | boolean>({ type: ["string", "number", "boolean"] }),
        },
        closed,
      ),
    ),
    /** The IP addresses and networks that it calls from (callers.ts). */
    callers: Type.Optional(Type.String()),
    answer: Type.Object(
      {
        status: Type.Integer({ minimum: 200, maximum: 299, default: 200 }),
        contentType: Type.String({ pattern: "^[ -~]+$", default: "text/plain; charset=utf-8" }),
        // Empty, because some carriers (46elks) send any text of the answer back as an SMS.
        body: Type.String({ default: "" }),
      },
      { ...closed, default: {} },
    ),
  },
  closed,
);

export type HmacAuth = Static<typeof hmac>;
export type Auth = Static<(typeof auths)[keyof typeof auths]>;
export type GenericSettings = Static<typeof schema> & { auth: Auth };

const anyObject = Type.Object({ auth: Type.Optional(Type.Unknown()) });

export function checkGenericSettings(value: unknown): GenericSettings {
  const { auth, ...rest } = checkSettings(anyObject, value);
  // On its own, so that errors are about one kind only.
  const checkedAuth: Auth = auth === undefined ? { kind: "none" } : checkAuth(auth);
  const settings = checkSettings(schema, rest);
  checkLines(settings);
  createCallerCheck(settings.callers);
  return { ...settings, auth: checkedAuth };
}

export function checkAuth(auth: unknown): Auth {
  const kind = String((auth as { kind?: unknown } | null)?.kind);
  if (!Object.hasOwn(auths, kind))
    throw invalid("auth.kind", "auth.kind must be none, basic, header or hmac.");
  const checked: Auth = checkSettings(auths[kind as Auth["kind"]], auth, "auth");
  if (checked.kind === "hmac") checkTemplate(checked);
  return checked;
}

function checkTemplate({ template, ...settings }: HmacAuth): void {
  for (const [piece, setting] of [
    ["{timestamp}", "timestampHeader"],
    ["{nonce}", "nonceHeader"],
  ] as const)
    if (template.includes(piece) && !settings[setting])
      throw invalid(`auth.${setting}`, `auth.${setting} is missing: auth.template has ${piece}.`);
}
