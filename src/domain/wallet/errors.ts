import { Refusal, invalid } from "../../kit/errors.ts";
import type { BookedReference } from "./queries.ts";
import { formatMinor } from "../../kit/money.ts";

export const noSuchWallet = (accountId: number): Refusal =>
  new Refusal("account_not_found", `There is no account ${accountId}.`);

export const accountClosed = (accountId: number): Refusal =>
  new Refusal("account_closed", `Account ${accountId} is closed: no more money comes in.`);

export const referenceMissing = (): Refusal =>
  invalid(
    "reference",
    "A payment needs a reference, such as the number of the bank transfer, so that it cannot be booked twice.",
  );

export const referenceUsed = (reference: string, booked: BookedReference): Refusal =>
  new Refusal(
    "reference_used",
    `"${reference}" was already booked: ${formatMinor(booked.amountMinor)} ${booked.currency} for ${booked.username}, on ${booked.createdAt.toISOString().slice(0, 10)}. If this is another payment, give its own reference.`,
    { field: "reference" },
  );

export const balanceBelowZero = (balanceMinor: number, currency: string): Refusal =>
  new Refusal(
    "balance_below_zero",
    `The wallet holds ${formatMinor(balanceMinor)} ${currency}: that much can be taken out. To let the balance go below zero, confirm that as well.`,
    { field: "amount", balanceMinor },
  );

export const amountNotConfirmed = (amountMinor: number): Refusal =>
  new Refusal(
    "amount_not_confirmed",
    `${formatMinor(amountMinor)} is a large amount: enter it again to confirm.`,
    { field: "confirm_amount" },
  );

export const amountTooLarge = (): Refusal =>
  new Refusal("invalid_request", "The amount is too large to be intended.", { field: "amount" });

export const insufficientBalance = (priceMinor: number, balanceMinor: number, currency: string): Refusal =>
  new Refusal(
    "insufficient_balance",
    `This number costs ${currency} ${formatMinor(priceMinor)} and the wallet holds ${currency} ${formatMinor(balanceMinor)}; top it up and try again.`,
    { priceMinor, balanceMinor },
  );

export const notPlayMoney = (): Refusal =>
  new Refusal(
    "invalid_request",
    "Only the sandbox's play money can be refilled; a live wallet is topped up.",
  );
