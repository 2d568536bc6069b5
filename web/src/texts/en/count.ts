const format = new Intl.NumberFormat("en-GB");

/** 12345 → 12,345 */
export const count = (n: number): string => format.format(n);
