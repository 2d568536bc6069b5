import { Refusal } from "../../kit/errors.ts";

export const numberNotFound = (number: string): Refusal =>
  new Refusal("number_not_found", `${number} is not a number of our inventory.`, { field: "number" });

export const notOutByCase = (number: string): Refusal =>
  new Refusal(
    "not_out_by_case",
    `No case has taken the number ${number} out: it is on sale, or it is out for another reason and stays out.`,
    { field: "number" },
  );
