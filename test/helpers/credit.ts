import { credit, type Credited } from "../../src/domain/wallet/credit.ts";
import type { TestApp } from "./app.ts";

let payments = 0;

/** Adds money to the account's live wallet, as an operator books a payment. */
export const payIn = (
  app: TestApp,
  accountId: number,
  amountMinor: number,
  reason = "test",
): Promise<Credited> =>
  credit(app, {
    accountId,
    mode: "live",
    amountMinor,
    reason,
    reference: `payment ${process.pid}-${++payments}`,
    mayOwe: false,
    largeMinor: 0,
    confirmedMinor: null,
    idempotency: null,
    actor: "test",
  });
