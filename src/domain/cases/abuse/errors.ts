import { Refusal } from "../../../kit/errors.ts";

export const reportNotFound = (): Refusal =>
  new Refusal("report_not_found", "There is no such case, or its link is not whole; copy the link again.");

export const alreadyDecided = (name: string): Refusal =>
  new Refusal("report_decided", `Case ${name} is decided already; only an appeal opens it again.`);

export const notAppealable = (): Refusal =>
  new Refusal(
    "not_appealable",
    "This case cannot be appealed now: it waits for a decision, you have appealed it before, or the time for appeals is over.",
  );

export const neverHadNumber = (account: string, number: string): Refusal =>
  new Refusal(
    "never_had_number",
    `The account ${account} never had the number ${number}; the case shows who had it and when.`,
    { field: "account" },
  );
