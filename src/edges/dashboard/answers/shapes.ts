import type { Readable } from "node:stream";
import { Type, type Static, type TObject, type TProperties, type TSchema, type TUnsafe } from "typebox";

/** These fields and no others. */
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

/** For `schema.response`: the answer that holds this. */
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

/** The same rows as a file, where they are asked for so. */
export const answerOrCsv = <T extends TSchema>(data: T) => orAs(data, "text/csv");

/** A line for each step, where they are asked for, the answer last. */
export const answerOrProgress = <T extends TSchema>(data: T) => orAs(data, "application/x-ndjson");

/** A file to keep; its shape is not the pages' concern. */
export const file = { 200: Type.Unsafe<Readable>({}) };

/** The answer that says no more than that it was done. */
export const done = answer(shape({}));
