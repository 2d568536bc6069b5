/**
 * One line of CSV (RFC 4180). A cell that a spreadsheet would take for a formula is preceded by an apostrophe
 * (OWASP, "CSV Injection"); a number stays a number, below zero as well.
 */
export function csvLine(cells: unknown[]): string {
  return `${cells.map((cell) => quote(String(cell ?? ""))).join(",")}\r\n`;
}

const isNumber = /^-?\d+(\.\d+)?$/;
/** What formulas begin with, in the wide forms as well, behind any blanks that a spreadsheet passes over. */
const beginsFormula = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/** Semicolons and tabs part cells, too, where a spreadsheet's country says so. */
function quote(cell: string): string {
  const safe = beginsFormula.test(cell) && !isNumber.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
