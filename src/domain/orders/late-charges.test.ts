import assert from "node:assert/strict";
import { test } from "node:test";
import { lateCharges } from "./late-charges.ts";

type LateOrder = Parameters<typeof lateCharges>[0][number];

let made = 0;
const late = (over: Partial<LateOrder> = {}): LateOrder => ({
  orderId: ++made,
  walletId: 1,
  status: "EXPIRED",
  priceMinor: 450,
  messageCount: 0,
  latePolicy: "charge",
  ...over,
});
/** The indexes of the orders that are charged, given the balances of wallets 1 and 2. */
function charged(orders: LateOrder[], first: number, second = 0): number[] {
  const balances = new Map([
    [1, first],
    [2, second],
  ]);
  const movements = lateCharges(orders, balances);
  for (const { kind, amountMinor, walletId, orderId } of movements) {
    const order = orders.find((one) => one.orderId === orderId);
    assert.deepEqual([kind, amountMinor, walletId], ["late", order?.priceMinor, order?.walletId]);
  }
  assert.deepEqual([balances.get(1), balances.get(2)], [first, second], "what was given stays as it was");
  return movements.map(({ orderId }) => orders.findIndex((order) => order.orderId === orderId));
}

const cases: [what: string, order: Partial<LateOrder>, isCharged: boolean][] = [
  ["refunded because it expired", {}, true],
  ["refunded because it was cancelled", { status: "CANCELLED" }, true],
  ["paid for by its code", { status: "FINISHED" }, false],
  ["still open", { status: "PENDING" }, false],
  ["still open, with a code", { status: "RECEIVED" }, false],
  ["a pool that gives late messages away", { latePolicy: "free" }, false],
  ["a pool that keeps them back", { latePolicy: "withhold" }, false],
  ["its second late message", { messageCount: 1 }, false],
];
for (const [what, order, isCharged] of cases)
  test(`a late message: ${what}`, () => {
    assert.deepEqual(charged([late(order)], 1000), isCharged ? [0] : []);
  });

test("a wallet pays while it can: one unit short, just enough, one more", () => {
  assert.deepEqual(charged([late()], 449), []);
  assert.deepEqual(charged([late()], 450), [0]);
  assert.deepEqual(charged([late()], 451), [0]);
  assert.deepEqual(lateCharges([late({ walletId: 9 })], new Map()), [], "of a wallet that is not known");
});

test("orders of one wallet share its money, but not with another wallet's", () => {
  assert.deepEqual(charged([late(), late()], 899), [0]);
  assert.deepEqual(charged([late(), late()], 900), [0, 1]);
  assert.deepEqual(
    charged([late({ priceMinor: 1000 }), late()], 999),
    [1],
    "a smaller one after one too dear",
  );
  assert.deepEqual(charged([late({ latePolicy: "free" }), late()], 450), [1], "what is free costs nothing");
  assert.deepEqual(charged([late(), late({ walletId: 2 })], 450, 450), [0, 1]);
  assert.deepEqual(charged([late(), late({ walletId: 2 })], 450), [0]);
});
