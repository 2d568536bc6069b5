/**
 * One line of CSV (RFC 4180). A cell that a spreadsheet would take for a formula is preceded by an apostrophe (OWASP,
 * "CSV Injection"); numbers, including negative ones, stay as they are.
 */
export function csvLine(cells: unknown[]): string {
  return `${cells.map((cell) => quote(String(cell ?? ""))).join(",")}\r\n`;
}

const isNumber = /^-?\d+(\.\d+)?$/;
/**
 * Characters that formulas begin with, including their full-width forms, after any blanks that a spreadsheet skips.
 */
const beginsFormula = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/** Semicolons and tabs also separate cells, depending on the spreadsheet's locale. */
function quote(cell: string): string {
  const safe = beginsFormula.test(cell) && !isNumber.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
