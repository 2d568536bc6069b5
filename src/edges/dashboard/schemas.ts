import { Type, type TUnsafe } from "typebox";
import { sorts } from "../../kit/sort.ts";
import { amountSentence, expects, orderIdPattern, readTime, timeSentence } from "../../http/parameters.ts";

/** A text that PostgreSQL can store and a person may write. */
export const text = (least: number, most: number, sentence = `have ${least} to ${most} characters`) =>
  Type.String({ minLength: least, maxLength: most, pattern: "^[^\\u0000]*$", ...expects(sentence) });

export const email = text(3, 254, "be an e-mail address");
export const password = text(1, 1000, "be a password");
/** Code of the second factor; required if it is on. */
export const code = text(1, 40, "be the code of your authenticator, or a recovery code");
/** Proof that the signed-in member is still the one at the keyboard. */
export const proof = { password, code: Type.Optional(code) };
/** The same, if only some requests need it. */
export const possibleProof = { password: Type.Optional(password), code: Type.Optional(code) };
export const reason = text(1, 500, "say in 1 to 500 characters why");
export const token = text(1, 200, "be the token of the link");

/** A document as base64; what it may be is checked by `checkEvidence`. */
export const evidence = Type.Object({ name: text(1, 200), type: text(0, 100), data: Type.String() });
export const evidenceBodyLimit = 6 * 1024 * 1024;

export const choice = <const T extends string>(choices: readonly T[]): TUnsafe<T> =>
  Type.Unsafe<T>({ type: "string", enum: [...choices], ...expects(`be one of ${choices.join(", ")}`) });

export const id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, ...expects("be an id") });
/** Pools are few: their ids are no larger than PostgreSQL's integer. */
export const poolId = Type.Integer({ minimum: 1, maximum: 2_147_483_647, ...expects("be a pool's id") });
export const timeText = text(10, 40, timeSentence);
export const countryText = Type.String({
  pattern: "^[A-Za-z]{2}$",
  ...expects("be a country code such as US"),
});
export const digitsText = Type.String({
  pattern: "^\\+?[0-9 ]{1,20}$",
  ...expects("be digits of a number"),
});
export const format = Type.Optional(choice(["json", "csv"]));

export const idParams = Type.Object({ id });
export const poolParams = Type.Object({ id: poolId });

export const orderIdText = Type.String({ pattern: orderIdPattern, ...expects("be an order_id") });

/** An amount, as a number or as people type it; `readAmount` converts it to minor units. */
export const amount = Type.Unsafe<number | string>({
  anyOf: [
    { type: "number", minimum: -999_999_999_999, maximum: 999_999_999_999 },
    { type: "string", pattern: "^-?[0-9]{1,12}(\\.[0-9]{1,2})?$" },
  ],
  ...expects(amountSentence),
});

/** Parameters of lists: the page's size, and the last row of the previous page. */
export const page = {
  before: Type.Optional(Type.Integer({ minimum: 1, maximum: 9e15, ...expects("be the id of the last row") })),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 200, ...expects("be a whole number from 1 to 200") }),
  ),
};

/** Parameters of lists: at or after `from`, before `to`. */
export const period = { from: Type.Optional(timeText), to: Type.Optional(timeText) };

export const periodOf = ({ from, to }: { from?: string; to?: string }) => ({
  from: from === undefined ? null : readTime("from", from),
  to: to === undefined ? null : readTime("to", to),
});

const defaultPage = 50;

/** How a list is sorted; the newest first if nothing is said. */
export const sort = Type.Optional(choice(sorts));

export const pageOf = ({ before, limit, sort: by }: { before?: number; limit?: number; sort?: string }) => ({
  /** The last row of the previous page. */
  beforeId: before ?? (by === "oldest" ? 0 : Number.MAX_SAFE_INTEGER),
  limit: limit ?? defaultPage,
});
