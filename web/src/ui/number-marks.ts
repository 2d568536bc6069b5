import { locale } from "../texts/language.ts";

const parts = new Intl.NumberFormat(locale).formatToParts(12345.6);
const mark = (type: "group" | "decimal"): string | undefined =>
  parts.find((part) => part.type === type)?.value;

/** How the reader's language groups and points the amounts in fields: 1,234.50 or 1 234,50. A point is understood in both. */
export const numberMarks = {
  thousandSeparator: mark("group") ?? ",",
  decimalSeparator: mark("decimal") ?? ".",
  allowedDecimalSeparators: [mark("decimal") ?? ".", "."],
};
