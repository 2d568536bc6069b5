/** The structure of a language's vocabulary, and the roles that its words have in the weighing. */

/**
 * About the code:
 * - `otp`: means a one-time code by itself (`OTP`, `verification code`, `验证码`).
 * - `approval`: also means one, unless a payment is finished: then it is the bank's receipt (`authorization code`,
 *   `授权码`).
 * - `code`: means some code (`code`, `PIN`, `пароль`): needs support, and loses to a shop or a bank statement.
 * - `verify`: what a one-time code is for (verify, log in, activate, security).
 * - `enter`: what the reader does with it (enter, use, type).
 * - `with`: ties a purpose to its means (`log in with`, `с помощью`, `ile`).
 * - `link`: stands between a noun and its code (`your`, `for`, `ของคุณ`).
 * - `copula`: equates (`is`, `คือ`, `为`).
 * - `share`: warns against telling it; also the bank notices that mention an OTP and contain none.
 * - `doubt`: asks whether it was the reader (`not you?`, `if you did not request this`).
 * - `valid`: how long it is valid.
 * - `stale`: it is no longer valid (`has expired`, `is incorrect`); `old`: the same, as an adjective of the noun
 *   (`previous code`).
 *
 * About other numbers:
 * - `id`: a number that follows belongs to this (reference, order, customer, account, card).
 * - `phone`: a number that follows is a phone number.
 * - `promo`: shops, prizes, lotteries, loans, friends to invite; their codes are not the renter's.
 * - `notice`: statements of a bank or a parcel service.
 * - `fetch`: something to collect from a shop or a locker; its code opens a door.
 * - `done`: a finished payment (approved, paid).
 * - `unit`: counts or measures the number before it (minutes, GB).
 * - `money`: names a currency.
 * - `month`: part of a date.
 */
export type Role =
  | "otp"
  | "approval"
  | "code"
  | "verify"
  | "enter"
  | "with"
  | "link"
  | "copula"
  | "share"
  | "doubt"
  | "valid"
  | "stale"
  | "old"
  | "id"
  | "phone"
  | "promo"
  | "notice"
  | "fetch"
  | "done"
  | "unit"
  | "money"
  | "month";

/** The language of words that all languages borrow. */
export const EVERYWHERE = "*";

/**
 * One language, or a part of it. Each value is a `|`-separated list of words or phrases; `*` at the end lets any
 * ending follow (`verif*`), `*` at the front any beginning (`*kod`: Germanic compounds).
 */
export type Lexicon = { language: string } & Partial<Record<Role, string>>;

/** A word of the message that has a role: `folded.slice(start, end)`. */
export interface Word {
  role: Role;
  /** The languages in which it has this meaning: indices into the vocabulary's languages. */
  languages: readonly number[];
  start: number;
  end: number;
}
