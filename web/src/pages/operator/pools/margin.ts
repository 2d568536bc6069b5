import { t } from "../../../texts/t.ts";

/** What part of a price is left: 450 for 300 is 33 %. */
export const marginOf = (price: number, cost: number): string =>
  price > 0 ? t.common.percent(Math.round((100 * (price - cost)) / price)) : t.common.none;
