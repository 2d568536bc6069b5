import type { Readable } from "node:stream";
import { Type, type Static, type TObject, type TProperties, type TSchema, type TUnsafe } from "typebox";

/** An object with these fields and no others. */
export const shape = <T extends TProperties>(fields: T): TObject<T> =>
  Type.Object(fields, { additionalProperties: false });

export const nullable = <T extends TSchema>(schema: T): TUnsafe<Static<T> | null> =>
  Type.Unsafe<Static<T> | null>({ anyOf: [schema, { type: "null" }] });

export const oneOf = <const T extends string>(values: readonly T[]): TUnsafe<T> =>
  Type.Unsafe<T>({ type: "string", enum: [...values] });

export const text = Type.String();
export const textOrNull = nullable(text);
export const id = Type.Integer();
export const count = Type.Integer({ minimum: 0 });
/** Exactly two decimals (kit/money.ts). */
export const money = Type.Number();
export const moneyOrNull = nullable(money);
/** RFC 3339, UTC. */
export const time = Type.String({ format: "date-time" });
export const timeOrNull = nullable(time);
export const mode = oneOf(["live", "test"]);

/** For `schema.response`: the answer that contains this data. */
export const answer = <T extends TSchema>(data: T) => ({
  200: shape({ status: Type.Literal("success"), data }),
});

const orAs = <T extends TSchema>(data: T, type: string) => ({
  200: {
    content: {
      "application/json": { schema: answer(data)[200] },
      [type]: { schema: Type.Unsafe<Readable>({}) },
    },
  },
});

/** How many rows a list has; `more`: there are more than were counted. */
export const totals = shape({ count, more: Type.Boolean() });

/** The same rows, as a file if requested. */
export const answerOrCsv = <T extends TSchema>(data: T) => orAs(data, "text/csv");

/** If requested, a line for each step, with the answer last. */
export const answerOrProgress = <T extends TSchema>(data: T) => orAs(data, "application/x-ndjson");

/** A file to download; the pages do not read it. */
export const file = { 200: Type.Unsafe<Readable>({}) };

/** An answer that only confirms success. */
export const done = answer(shape({}));
