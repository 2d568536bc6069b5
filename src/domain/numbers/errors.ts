import { Refusal } from "../../kit/errors.ts";

export const numberNotFound = (number: string): Refusal =>
  new Refusal("number_not_found", `${number} is not a number of our inventory.`, { field: "number" });
