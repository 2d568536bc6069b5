import { Type } from "typebox";
import { price } from "./shapes.ts";

export const user = Type.Object(
  {
    username: Type.String(),
    balance: price,
    currency: Type.String({ examples: ["NGN"] }),
    held: price,
    account_id: Type.String(),
  },
  { title: "User" },
);
