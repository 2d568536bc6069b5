import { isIP } from "node:net";
import { readNetworks, type Networks } from "../kit/address.ts";
import { readAddress as readDatabaseAddress, WrongAddress } from "../kit/db/address.ts";
import { formatMinor, parseMinor } from "../kit/money.ts";
import { setting, WrongValue, type Setting } from "./setting.ts";

/** Any text that people read. */
export const text = (fallback: string, sentence: string): Setting<string> =>
  textUpTo(2000, fallback, sentence);
export const longText = (fallback: string, sentence: string): Setting<string> =>
  textUpTo(50_000, fallback, sentence);

function textUpTo(longest: number, fallback: string, sentence: string): Setting<string> {
  return setting(`a text of at most ${longest} characters`, fallback, sentence, (value) =>
    value.length <= longest && !/(?![\n\t])\p{Cc}/u.test(value) ? value : null,
  );
}

export function integer(fallback: number, least: number, most: number, sentence: string): Setting<number> {
  return setting(`a whole number from ${least} to ${most}`, String(fallback), sentence, (value) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
    return number >= least && number <= most ? number : null;
  });
}

export function money(fallback: string, sentence: string): Setting<number> {
  const kind = `an amount such as ${formatMinor(50000)}`;
  return { ...setting(kind, fallback, sentence, parseMinor), show: formatMinor };
}

export function choice<const T extends string>(
  fallback: T,
  choices: readonly T[],
  sentence: string,
): Setting<T> {
  return setting(
    `one of ${choices.join(", ")}`,
    fallback,
    sentence,
    (value) => choices.find((known) => known === value) ?? null,
  );
}

export function networks(fallback: string, sentence: string): Setting<Networks> {
  const kind = "addresses or networks separated by commas, as 10.0.0.0/8, ::1 or loopback";
  return setting(kind, fallback, sentence, readNetworks);
}

/** An address to listen on: an IP address, or a host name of this machine. */
export function host(fallback: string, sentence: string): Setting<string> {
  const kind = "an address or a name alone, such as 127.0.0.1, ::1 or localhost";
  return setting(kind, fallback, sentence, (value) =>
    isIP(value) !== 0 || isHostName(value) ? value : null,
  );
}

/** RFC 1123, 2.1, and the underscores of container networks. Digits and dots alone were meant as an address. */
const isHostName = (value: string): boolean =>
  value.length <= 253 && /^(\w([\w-]{0,61}\w)?\.)*\w([\w-]{0,61}\w)?$/.test(value) && !/^[\d.]+$/.test(value);

/** Nothing expands `~` and `$HOME` here, and a folder with that name is not what was meant. */
export function folder(fallback: string, sentence: string): Setting<string> {
  const kind = "the path of a folder, with ~ and $NAMES written out";
  return setting(kind, fallback, sentence, (value) =>
    /^(~|file:)|[$\p{Cc}]/u.test(value) || value.length > longestPath ? null : value,
  );
}
const longestPath = 1000;

/** ISO 4217, as far as this Node knows it. */
export function currency(fallback: string, sentence: string): Setting<string> {
  const known = new Set(Intl.supportedValuesOf("currency"));
  return setting("a currency's three capital letters, as NGN", fallback, sentence, (value) =>
    known.has(value) ? value : null,
  );
}

/** The address of a site, without a path; a trailing slash is dropped. */
export function site(fallback: string, sentence: string): Setting<string> {
  return setting("an address such as https://otp.example.com", fallback, sentence, (value) => {
    if (value === "") return value;
    const url = URL.parse(value);
    const isSite = url !== null && /^https?:$/.test(url.protocol) && /^[^/]*\/\/[^/?#@\s]+\/?$/.test(value);
    return isSite ? url.origin : null;
  });
}

/** A PostgreSQL server, or several hosts of one. */
export function database(sentence: string): Setting<string> {
  const kind = "an address such as postgres://user:password@host/name";
  return setting(kind, "", sentence, (value) => {
    try {
      if (value !== "") readDatabaseAddress(value);
      return value;
    } catch (error) {
      throw error instanceof WrongAddress ? new WrongValue(error.message) : error;
    }
  });
}

export function mailServer(sentence: string): Setting<string> {
  const kind =
    "an address such as smtps://user:password@mail.example.com:465, with %40 for an @ in the password";
  return setting(kind, "", sentence, (value) => {
    if (value === "") return value;
    const url = URL.parse(value);
    const isServer = url !== null && /^smtps?:$/.test(url.protocol) && isServerName(url.hostname);
    return isServer && url.hash === "" && /^\/?$/.test(url.pathname) && !/\s/.test(value) ? value : null;
  });
}

const isServerName = (name: string): boolean =>
  isIP(name.replace(/^\[(.*)\]$/, "$1")) !== 0 || isHostName(name);

export function mailbox(fallback: string, sentence: string): Setting<string> {
  const kind = "a sender such as Shop <shop@example.com>";
  const shape = /^([^<>@\p{Cc}]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/u;
  return setting(kind, fallback, sentence, (value) =>
    shape.test(value) || value === fallback ? value : null,
  );
}

/** RFC 6750, 2.1: the characters a header can hold after `Bearer`. */
export function bearerToken(sentence: string): Setting<string> {
  const kind = "letters, digits and -._~+/ without a space, as `openssl rand -hex 32` prints";
  return setting(kind, "", sentence, (value) => (/^([\w.~+/-]+=*)?$/.test(value) ? value : null));
}

export function hexadecimal(digits: number, sentence: string): Setting<string> {
  const kind = `${digits} hexadecimal digits, as \`openssl rand -hex ${digits / 2}\` prints`;
  const shape = new RegExp(`^([0-9a-fA-F]{${digits}})?$`);
  return setting(kind, "", sentence, (value) => (shape.test(value) ? value : null));
}

/** Countries by their ISO 3166-1 codes, as the catalogue writes them; `UK` is `GB`. */
export function countryCodes(fallback: string, sentence: string): Setting<readonly string[]> {
  const kind = "country codes separated by commas, as CU, IR";
  const plain = setting<readonly string[]>(kind, fallback, sentence, (value) => {
    if (/^(none)?$/i.test(value)) return [];
    const codes = value.split(",").map((code) => code.trim().toUpperCase());
    return codes.every((code) => /^[A-Z]{2}$/.test(code))
      ? codes.map((code) => (code === "UK" ? "GB" : code))
      : null;
  });
  return { ...plain, show: (codes) => codes.join(",") };
}

const tierNames = ["none", "email", "verified", "business"] as const;
type PerTier = Record<(typeof tierNames)[number], number>;

export interface AmountText {
  read: (text: string) => number | null;
  show: (amount: number) => string;
}
export const integerText: AmountText = {
  read: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : null),
  show: String,
};
export const moneyText: AmountText = { read: parseMinor, show: formatMinor };

/** An amount for each tier of accounts (domain/accounts/standing). */
export function perTier({ read, show }: AmountText, fallback: string, sentence: string): Setting<PerTier> {
  const plain = setting<PerTier>(`an amount for each tier, as ${fallback}`, fallback, sentence, (value) => {
    const given = new Map(
      value.split(/[\s,]+/).map((entry) => entry.split("=") as [string, string | undefined]),
    );
    const amounts = tierNames.map((name) => read(given.get(name) ?? ""));
    if (given.size !== tierNames.length || amounts.includes(null)) return null;
    return Object.fromEntries(tierNames.map((name, place) => [name, amounts[place]])) as PerTier;
  });
  return { ...plain, show: (amounts) => tierNames.map((name) => `${name}=${show(amounts[name])}`).join(" ") };
}
