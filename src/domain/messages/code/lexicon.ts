/** What the vocabulary of a language looks like, and the roles its words play in the weighing. */

/**
 * - `otp`: means a one-time code by itself (`OTP`, `verification code`, `验证码`).
 * - `code`: means some code (`code`, `PIN`, `пароль`): needs support, and loses to a shop or a bank statement.
 * - `verify`: what a one-time code is for (verify, log in, activate, security).
 * - `enter`: what the reader does with it (enter, use, type).
 * - `link`: stands between a noun and its code (`your`, `for`, `ของคุณ`).
 * - `copula`: equates (`is`, `คือ`, `为`).
 * - `share`: warns against telling it; also the bank notices that mention an OTP and contain none.
 * - `valid`: how long it lives.
 * - `id`: a number that follows belongs to this (reference, order, customer, account, card).
 * - `phone`: a number that follows is to be called or texted.
 * - `promo`: shops, prizes, lotteries, loans; their codes are not the renter's.
 * - `notice`: statements of a bank or a parcel service.
 * - `unit`: counts or measures the number before it (minutes, GB).
 * - `money`: names a currency.
 * - `month`: part of a date.
 */
export type Role =
  | "otp"
  | "code"
  | "verify"
  | "enter"
  | "link"
  | "copula"
  | "share"
  | "valid"
  | "id"
  | "phone"
  | "promo"
  | "notice"
  | "unit"
  | "money"
  | "month";

/**
 * One language. Each value is a `|`-separated list of words or phrases; `*` at the end lets any ending follow
 * (`verif*`), `*` at the front any beginning (`*kod`: Turkish suffixes aside, Germanic compounds).
 */
export type Lexicon = { language: string } & Partial<Record<Role, string>>;

/** A word of the message that has a role: `folded.slice(start, end)`. */
export interface Word {
  role: Role;
  language: string;
  start: number;
  end: number;
}
