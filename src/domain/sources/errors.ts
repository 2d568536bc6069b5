import { Refusal } from "../../kit/errors.ts";

export const sourceNotFound = (id: number): Refusal =>
  new Refusal(
    "source_not_found",
    `There is no source ${id}, or it is retired, or messages do not come in from outside.`,
  );
