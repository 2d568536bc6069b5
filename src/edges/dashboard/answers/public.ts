import { Type, type Static } from "typebox";
import { count, money, nullable, shape, text } from "./shapes.ts";

const publicCountry = shape({ country: text, name: text });

export const publicService = shape({
  service: text,
  name: text,
  /** The lowest price among the pools in stock, else the lowest. */
  price: money,
  in_stock: Type.Boolean(),
  /** Percent of recent orders that got a code; null while there are too few to say. */
  success_rate: nullable(count),
});
export type PublicService = Static<typeof publicService>;

/** Empty lists if the operator does not show prices before sign-in. */
export const publicPrices = shape({
  shown: Type.Boolean(),
  currency: text,
  countries: Type.Array(publicCountry),
  services: Type.Array(publicService),
});
export type PublicPrices = Static<typeof publicPrices>;
