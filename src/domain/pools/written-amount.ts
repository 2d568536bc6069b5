import { parseMinor } from "../../kit/money.ts";

/**
 * Minor units of an amount as written in a file: `450`, `450.5`, `450,50`, `1,234.50`, `1.234,50`, `1 234,50`.
 * Otherwise a sentence that says why not: if a comma or point is ambiguous, we do not guess about money.
 */
export function readWrittenAmount(cell: string): number | string {
  const text = cell.replaceAll(/(?<=\d)[ '’](?=\d{3})/g, "");
  if (/^\d{1,3}[.,]\d{3}$/.test(text))
    return `"${cell}" may mean thousands or a fraction: write it as 1234.00.`;
  const isCommaDecimal = /^(\d+|\d{1,3}(\.\d{3})+),\d{1,2}$/.test(text);
  const isGrouped = /^\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(text);
  const plain = isCommaDecimal
    ? text.replaceAll(".", "").replace(",", ".")
    : isGrouped
      ? text.replaceAll(",", "")
      : text;
  return parseMinor(plain) ?? `"${cell}" is no amount such as 450.00.`;
}
