import { Type, type Static, type TSchema, type TUnsafe } from "typebox";

export const price = Type.Unsafe<number>({
  type: "number",
  description: "Exactly two decimals.",
  examples: [450.0],
});
export const time = Type.String({ format: "date-time", description: "RFC 3339, UTC." });
export const nullable = <T extends TSchema>(schema: T, description?: string): TUnsafe<Static<T> | null> =>
  Type.Unsafe<Static<T> | null>({
    anyOf: [schema, { type: "null" }],
    ...(description ? { description } : {}),
  });

export const shownProvider = {
  ...Type.Unsafe<string>({
    title: "Provider",
    type: "string",
    description: 'The market: "global" (the default) or "usa".',
  }),
  enum: ["global", "usa"],
};
