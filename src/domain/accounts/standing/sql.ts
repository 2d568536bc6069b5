import type { Tx } from "../../../kit/db.ts";
import type { Tier } from "./standing.ts";

export async function setTier(tx: Tx, accountId: number, tier: Tier | null): Promise<void> {
  await tx.rows(`update accounts set tier = $2 where id = $1`, [accountId, tier]);
}

export async function setTerms(tx: Tx, accountId: number, version: string, at: Date): Promise<void> {
  await tx.rows(`update accounts set terms_version = $2, terms_accepted_at = $3 where id = $1`, [
    accountId,
    version,
    at,
  ]);
}

export async function insertGrant(tx: Tx, accountId: number, serviceId: number, at: Date): Promise<void> {
  await tx.rows(
    `insert into service_grants (account_id, service_id, granted_at) values ($1, $2, $3)
     on conflict (account_id, service_id) do nothing`,
    [accountId, serviceId, at],
  );
}

export async function deleteGrant(tx: Tx, accountId: number, serviceId: number): Promise<void> {
  await tx.rows(`delete from service_grants where account_id = $1 and service_id = $2`, [
    accountId,
    serviceId,
  ]);
}
