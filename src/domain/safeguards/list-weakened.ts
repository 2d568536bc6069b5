import type { Queryable } from "../../kit/db.ts";
import type { LatePolicy } from "../catalog/catalog.ts";
import { restrictedCategories } from "../catalog/data.ts";
import { listAllowed, listLatePolicies, countRaisedLimits } from "./queries.ts";

/** A switch that protects people less than its default. */
export interface Weakened {
  /** A setting, or what was switched in the database: `pool 3 (Standard)`. */
  name: string;
  value: string;
  default: string;
  /** What it means for people. */
  sentence: string;
}

const consequence: Record<Exclude<LatePolicy, "free">, string> = {
  charge: "Customers pay for a message that comes after their order ended and was refunded.",
  withhold: "Customers do not see a message that comes after their order ended.",
};

/**
 * Every switch that protects people less than its default does: those of the settings, as `config.ts` found them, and
 * those that the operator changed in the database. For doctor, the Health page and the transparency report.
 */
export async function listWeakened(
  db: Queryable,
  { settings, maxOpenOrders }: { settings: readonly Weakened[]; maxOpenOrders: number },
): Promise<Weakened[]> {
  return [...settings, ...(await listWeakenedRules(db, maxOpenOrders))];
}

/** Those that the operator changed in the database. */
async function listWeakenedRules(db: Queryable, maxOpenOrders: number): Promise<Weakened[]> {
  const allowed = await listAllowed(db, restrictedCategories);
  const policies = await listLatePolicies(db);
  const raised = await countRaisedLimits(db, maxOpenOrders);
  return [
    ...allowed.map(({ category, names }) => ({
      name: `services: ${category}`,
      value: `allowed: ${enumerate(names)}`,
      default: "restricted",
      sentence: "Codes that move money or prove an identity can be received on a rented number.",
    })),
    ...policies.map(({ id, name, lateMessages }) => ({
      name: `pool ${id} (${name})`,
      value: `late messages: ${lateMessages}`,
      default: "late messages: free",
      sentence: consequence[lateMessages],
    })),
    ...(raised.wallets === 0
      ? []
      : [
          {
            name: "open orders of single customers",
            value: `${raised.wallets} ${raised.wallets === 1 ? "wallet" : "wallets"}, up to ${raised.most}`,
            default: String(maxOpenOrders),
            sentence: "These customers can hold more numbers at once than others.",
          },
        ]),
  ];
}

const mostNamed = 20;

function enumerate(names: string[]): string {
  const left = names.length - mostNamed;
  return names.slice(0, mostNamed).join(", ") + (left > 0 ? `, and ${left} more` : "");
}
