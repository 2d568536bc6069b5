import { randomId } from "@mantine/hooks";
import type { Price } from "#answers/operator/pools.ts";

interface Line {
  key: string;
  country: string;
  service: string;
  price: number | string;
  cost: number | string;
}

export interface PriceValues extends Record<string, unknown> {
  prices: Line[];
}

export const newLine = (): Line => ({ key: randomId(), country: "", service: "", price: "", cost: "" });

export const toLine = ({ country, service, price, cost }: Price): Line => ({
  ...newLine(),
  country: country ?? "",
  service: service ?? "",
  price,
  cost: cost ?? "",
});

export const toPrice = ({ country, service, price, cost }: Line): Price => ({
  country: country.trim() === "" ? null : country.trim().toUpperCase(),
  service: service.trim() === "" ? null : service.trim(),
  price: Number(price),
  cost: cost === "" ? null : Number(cost),
});

/** Changes every price by a percentage, rounded to cents. */
export const changedBy = (percent: number, line: Line): Line => ({
  ...line,
  price: line.price === "" ? "" : Math.round(Number(line.price) * (100 + percent)) / 100,
});
