import { Refusal } from "../../kit/errors.ts";
import { formatMinor } from "../../kit/money.ts";

export const noSuchWallet = (accountId: number): Refusal =>
  new Refusal("account_not_found", `There is no account ${accountId}.`);

export const amountTooLarge = (): Refusal =>
  new Refusal("invalid_request", "The amount is too large to be meant.", { field: "amount" });

export const insufficientBalance = (priceMinor: number, balanceMinor: number, currency: string): Refusal =>
  new Refusal(
    "insufficient_balance",
    `This number costs ${currency} ${formatMinor(priceMinor)} and the wallet holds ${currency} ${formatMinor(balanceMinor)}; top it up and try again.`,
    { priceMinor, balanceMinor },
  );
