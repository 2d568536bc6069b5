import type { Deps } from "../../deps.ts";
import type { Tx } from "../../../kit/db.ts";
import { beginning, commit, linkAfter, type Link } from "./link.ts";
import { findHead } from "./queries.ts";
import { findUnchained, lockChain, setLinks } from "./sql.ts";

const batchSize = 1000;

/**
 * Chains the entries of the audit log that are not chained yet, in batches. A job of its own does this and not
 * whoever acts, because otherwise everything that is audited would wait for each other.
 */
export async function extendChain({ db }: Pick<Deps, "db">): Promise<void> {
  while ((await db.transaction((tx) => chainSome(tx))) === batchSize);
}

/** Chains everything that this transaction sees. */
export async function chainAll(tx: Tx): Promise<void> {
  while ((await chainSome(tx)) === batchSize);
}

async function chainSome(tx: Tx): Promise<number> {
  await lockChain(tx);
  const entries = await findUnchained(tx, batchSize);
  let previous = (await findHead(tx)) ?? beginning;
  const links: (Link & { id: number })[] = [];
  for (const entry of entries) {
    const link = linkAfter(previous, entry, commit(entry.salt as Buffer, entry));
    links.push({ ...link, id: entry.id });
    previous = link;
  }
  if (links.length > 0) await setLinks(tx, links);
  return entries.length;
}
