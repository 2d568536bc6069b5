import { countUnregistered } from "../../../domain/numbers/register/queries.ts";
import { listPools } from "../../../domain/pools/queries.ts";
import { listSources } from "../../../domain/sources/queries.ts";
import { inventory } from "../../../domain/suppliers/supplier.ts";
import { verifyBooks } from "../../../domain/books/verify.ts";
import { called } from "../command.ts";
import type { Examined } from "./examine.ts";
import { fail, ok, warn, type Finding } from "./finding.ts";

export async function checkPools({ db }: Examined): Promise<Finding> {
  const pools = await listPools(db);
  if (pools.length === 0)
    return fail("pools", "there are none; the server makes the first ones when it starts.");
  return ok("pools", `${pools.length} pools`);
}

export async function checkNumbers({ db }: Examined): Promise<Finding> {
  const pools = (await listPools(db)).filter((pool) => pool.supplier === inventory);
  const total = pools.reduce((sum, pool) => sum + pool.numbers, 0);
  if (total === 0) {
    return warn(
      "numbers",
      `no pool holds any: ${called} number import numbers.csv --pool ${pools[0]?.id ?? 1}`,
    );
  }
  const empty = pools.filter((pool) => pool.numbers === 0).map((pool) => `${pool.id} (${pool.name})`);
  return empty.length > 0
    ? warn("numbers", `${total} in stock, but pool ${empty.join(", ")} has none: import some.`)
    : ok("numbers", `${total} in stock`);
}

export async function checkRegister({ db }: Examined): Promise<Finding> {
  const unregistered = await countUnregistered(db);
  if (unregistered === 0) return ok("register", "every number in sale has its owner and legal basis");
  return warn(
    "register",
    `${unregistered} numbers in sale have no owner and no legal basis in the register: ${called} register export --state unregistered > facts.csv, fill it in, then register import facts.csv.`,
  );
}

export async function checkSources({ db }: Examined): Promise<Finding> {
  const own = (await listSources(db)).filter((source) => source.kind !== "sandbox" && !source.retiredAt);
  if (own.length === 0) {
    return warn("sources", `no SMS can come in: ${called} source create --help shows the kinds.`);
  }
  const heard = own.filter((source) => source.lastMessageAt).length;
  return ok("sources", `${own.length}, of which ${heard} have sent messages`);
}

export async function checkBooks({ db }: Examined): Promise<Finding> {
  const { faults, totals } = await verifyBooks(db);
  if (faults.length > 0) return fail("books", `${faults.length} faults: ${called} books verify shows them.`);
  return ok("books", `right, ${totals.reduce((sum, total) => sum + total.postings, 0)} postings`);
}
