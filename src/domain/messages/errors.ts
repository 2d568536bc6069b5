import { Refusal } from "../../kit/errors.ts";

export const messageNotFound = (id: number): Refusal =>
  new Refusal("message_not_found", `There is no message ${id}.`);

export const messageNotAssignable = (why: string): Refusal => new Refusal("message_not_assignable", why);
