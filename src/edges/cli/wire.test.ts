import assert from "node:assert/strict";
import { test } from "node:test";
import { toWire } from "./wire.ts";

test("names, money, times and ids as programs read them", () => {
  assert.deepEqual(
    toWire({
      orderId: 12,
      accountId: 3,
      poolId: 1,
      priceMinor: 45_000,
      amountMinor: -5,
      dailyCapMinor: null,
      createdAt: new Date("2026-11-24T03:00:00.000Z"),
      text: undefined,
      lines: [{ spendableAfterMinor: 0 }],
    }),
    {
      order_id: "12",
      account_id: "3",
      pool_id: 1,
      price: "450.00",
      amount: "-0.05",
      daily_cap: null,
      created_at: "2026-11-24T03:00:00.000Z",
      lines: [{ spendable_after: "0.00" }],
    },
  );
});
