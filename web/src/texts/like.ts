/** The shape of a language's texts: the same names and functions as in English, with any words. */
export type Like<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends (...given: infer Given) => infer Text
      ? (...given: Given) => Like<Text>
      : { [Name in keyof T]: Like<T[Name]> };
