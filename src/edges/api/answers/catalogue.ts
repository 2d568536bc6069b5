import { Type, type Static } from "typebox";
import { nullable, price } from "./shapes.ts";

export const country = Type.Object(
  {
    country: Type.String(),
    name: Type.String(),
    dial_code: Type.String(),
    services: Type.Integer({ description: "Services that can be rented." }),
    count: Type.Integer({
      description: "Numbers in our own inventory; the sandbox makes its numbers up as they are asked for.",
    }),
  },
  { title: "Country" },
);
export type Country = Static<typeof country>;

const rate = nullable(
  Type.Integer({ minimum: 0, maximum: 100 }),
  "Percent of recent orders that got a code; null while there are too few to say.",
);

export const listedService = Type.Object(
  {
    service_id: Type.String(),
    service_name: Type.String(),
    price,
    count: Type.Integer(),
    success_rate: rate,
  },
  { title: "Service" },
);
export type ListedService = Static<typeof listedService>;

export const listedPool = Type.Object(
  {
    pool: Type.String(),
    name: Type.String(),
    success_rate: rate,
    price,
    count: Type.Integer({ description: "Numbers free now." }),
    sample_size: Type.Integer({ description: "Recent orders behind the success rate." }),
    median_seconds: nullable(Type.Integer(), "From the rent to the code, for half of the codes."),
    p95_seconds: nullable(Type.Integer()),
  },
  { title: "Pool" },
);
export type ListedPool = Static<typeof listedPool>;
