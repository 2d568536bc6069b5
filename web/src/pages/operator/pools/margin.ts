import { t } from "../../../texts/t.ts";

/** The margin as a share of the price: 450 for 300 is 33 %. */
export const marginOf = (price: number, cost: number): string =>
  price > 0 ? t.common.percent(Math.round((100 * (price - cost)) / price)) : t.common.none;
