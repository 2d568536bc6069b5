import { isSupportedCountry } from "libphonenumber-js/min";
import { Type, type Static } from "typebox";
import { invalid } from "../../../kit/errors.ts";
import { checkSettings } from "../settings.ts";
import { alphabets, byteOrders } from "./data-coding.ts";

export const binds = ["receiver", "transceiver"] as const;

/** C-octet strings of ASCII; their lengths are those of SMPP 3.4, 4.1.1, but for passwords, which some centres let be longer. */
const ascii = (most: number, least = 0) =>
  Type.String({ pattern: `^[\\x21-\\x7e][\\x20-\\x7e]{0,${most - 1}}$|^$`, minLength: least });

const schema = Type.Object(
  {
    address: Type.String({ minLength: 1 }),
    systemId: ascii(15, 1),
    passwords: Type.Array(ascii(32, 1), { minItems: 1, maxItems: 4 }),
    bind: Type.Enum([...binds], { default: "receiver" }),
    alphabet: Type.Enum([...alphabets], { default: "gsm-7" }),
    ucs2: Type.Enum([...byteOrders], { default: "big-endian" }),
    systemType: Type.Optional(ascii(12)),
    addressRange: Type.Optional(ascii(40)),
    defaultCountry: Type.Optional(Type.String()),
    fingerprint: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);

export type LinkSettings = Static<typeof schema>;

/** Where the centre listens. */
export interface Endpoint {
  host: string;
  port: number;
  isTls: boolean;
}

/** The settings of a link with defaults applied; refuses invalid ones. */
export function checkLink(value: unknown): LinkSettings {
  const settings = checkSettings(schema, value);
  readEndpoint(settings.address);
  const { defaultCountry, fingerprint } = settings;
  if (defaultCountry !== undefined && !isSupportedCountry(defaultCountry))
    throw invalid("defaultCountry", "defaultCountry is not a country that has phone numbers.");
  if (fingerprint !== undefined && !/^[0-9A-F]{64}$/.test(plain(fingerprint)))
    throw invalid("fingerprint", "fingerprint must be a SHA-256 in hex, 64 digits, with or without colons.");
  return settings;
}

/** A fingerprint without colons, in capitals. */
export const plain = (fingerprint: string): string => fingerprint.replaceAll(":", "").toUpperCase();

/** `smpp://HOST:PORT`, or `smpps://HOST:PORT` for TLS. */
export function readEndpoint(address: string): Endpoint {
  const url = URL.canParse(address) ? new URL(address) : null;
  const scheme = url?.protocol;
  const isBare = url !== null && url.username === "" && url.search === "" && /^\/?$/.test(url.pathname);
  if (!isBare || (scheme !== "smpp:" && scheme !== "smpps:") || url.hostname === "")
    throw invalid(
      "address",
      "address must be smpp://HOST:PORT, or smpps://HOST:PORT for TLS; the system id and the password are settings of their own.",
    );
  const isTls = scheme === "smpps:";
  const host = url.hostname.replaceAll(/[[\]]/g, "");
  return { host, port: url.port === "" ? usualPort(isTls) : Number(url.port), isTls };
}

const usualPort = (isTls: boolean): number => (isTls ? 3550 : 2775);
