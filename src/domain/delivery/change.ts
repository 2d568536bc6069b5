/**
 * What an account's open pages must read again: `orders`: the money and the orders of a wallet; `account`: its members,
 * invitations, keys and limits.
 */
export const changes = ["orders", "account"] as const;
export type Change = (typeof changes)[number];

/** PostgreSQL takes payloads below 8,000 bytes; an entry is at most 30. */
const entriesPerPayload = 250;

/** Entries, each once, as payloads for NOTIFY. */
export function payloadsOf(all: Iterable<string>): string[] {
  const entries = [...new Set(all)];
  const payloads: string[] = [];
  while (entries.length > 0) payloads.push(entries.splice(0, entriesPerPayload).join(" "));
  return payloads;
}

/** The entries that tell the pages of these wallets about a change. */
export const changeEntries = (change: Change, walletIds: number[]): string[] =>
  walletIds.map((id) => `${change}:${id}`);
