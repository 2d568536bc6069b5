import { setTimeout as sleep } from "node:timers/promises";
import { connectTo } from "../../helpers/own-postgres.ts";
import type { Fault } from "../fault.ts";

/** Like an operator who left a transaction open. */
const heldSeconds = 15;

export const exhausted: Fault = {
  name: "pool-exhausted",
  sentence: `two database connections for a server, and somebody else's lock on one wallet for ${heldSeconds} s`,
  rounds: 1,
  inject: (_world, { elsewhere }) =>
    elsewhere({ settings: { DATABASE_CONNECTIONS: "2" } }, async ({ connectionString, accounts, record }) => {
      const client = await connectTo(connectionString);
      await client.query("begin");
      await client.query(`select from wallets where id = $1 for update`, [accounts[0]?.walletId]);
      await sleep(heldSeconds * 1000);
      const oldest = Math.max(0, ...[...record.waiting.values()].map(({ since }) => Date.now() - since));
      await client.query("commit");
      await client.end();
      return `when the lock was let go the oldest request had waited ${(oldest / 1000).toFixed(0)} s`;
    }),
};
