const format = new Intl.NumberFormat("fr-FR");

/** 12345 → 12 345 */
export const count = (n: number): string => format.format(n);

/** With the noun in the number that French gives it: 0 ligne, 1 ligne, 2 lignes. */
export const several = (n: number, one: string, many: string): string =>
  `${count(n)} ${isOne(n) ? one : many}`;

/** Whether French says it in the singular: none is as one. */
export const isOne = (n: number): boolean => Math.abs(n) < 2;
