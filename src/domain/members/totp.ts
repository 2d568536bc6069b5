import { Secret, TOTP } from "otpauth";
import { randomInt } from "node:crypto";
import { sha256 } from "../../kit/secrets.ts";

const periodSeconds = 30;
/** Clocks of phones may be a step off (RFC 6238, 5.2). */
const window = 1;

const totpOf = (secret: string, label = ""): TOTP =>
  new TOTP({ issuer: "ZapOTP", label, secret: Secret.fromBase32(secret), period: periodSeconds });

/** 160 random bits, as RFC 4226 (4, R6) recommends. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The URI that authenticators read from a QR code. */
export const totpUri = (secret: string, username: string): string => totpOf(secret, username).toString();

/** The step that the code belongs to; null if it is not valid now. */
export function stepOf(secret: string, code: string, at: Date): number | null {
  const token = code.replaceAll(" ", "");
  if (!/^\d{6}$/.test(token)) return null;
  const totp = totpOf(secret);
  const timestamp = at.getTime();
  const delta = totp.validate({ token, timestamp, window });
  return delta === null ? null : totp.counter({ timestamp }) + delta;
}

const letters = "23456789abcdefghjkmnpqrstuvwxyz";
const codeCount = 10;

/** Ten codes of 119 bits, so that a plain hash of them is enough, in letters that are not easily confused. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: codeCount }, () =>
    Array.from(
      { length: 24 },
      (_, place) => (place % 4 === 0 && place > 0 ? "-" : "") + letters[randomInt(letters.length)],
    ).join(""),
  );

/** Only the hash is kept; case and dashes do not matter. */
export const recoveryHash = (code: string): Buffer => sha256(code.toLowerCase().replace(/[^a-z0-9]/g, ""));
