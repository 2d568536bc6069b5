import { Refusal } from "../../../kit/errors.ts";

export const requestNotFound = (): Refusal =>
  new Refusal("request_not_found", "There is no such request of an authority.");

export const requestClosed = (name: string): Refusal =>
  new Refusal("request_closed", `Request ${name} was released or refused already.`);

export const releasedByYou = (name: string): Refusal =>
  new Refusal(
    "second_person_needed",
    `You released request ${name} already: somebody else has to release it too.`,
  );

export const noOperator = (name: string): Refusal =>
  new Refusal(
    "not_an_operator",
    `"${name}" is not the user name of an operator: say who you are with --as, by the name you sign in to the dashboard with.`,
  );

export const notReleased = (name: string): Refusal =>
  new Refusal("not_released", `Request ${name} is not released: two operators have to release it first.`);

export const nothingToTell = (name: string): Refusal =>
  new Refusal(
    "nothing_to_tell",
    `The customers of request ${name} cannot be told now: it is not released, or they were told already.`,
  );

export const scopeTooLarge = (kind: string, most: number): Refusal =>
  new Refusal(
    "scope_too_large",
    `The scope has more than ${most} ${kind}; agree with the authority on a shorter time, and record a request for each part.`,
  );
