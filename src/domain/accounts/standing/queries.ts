import type { Queryable } from "../../../kit/db.ts";
import type { Standing } from "./standing.ts";

/** A `Standing` as JSON, for statements that read the row `a` of accounts along with other things. */
export const standingAsJson = `jsonb_build_object('tier', a.tier,
  'isConfirmed', exists (select from members m where m.account_id = a.id and m.email_confirmed_at is not null),
  'createdAtMs', (extract(epoch from a.created_at) * 1000)::bigint, 'termsVersion', a.terms_version,
  'termsAtMs', (extract(epoch from a.terms_accepted_at) * 1000)::bigint,
  'granted', coalesce((select jsonb_agg(g.service_id) from service_grants g where g.account_id = a.id), '[]'))`;

export async function findStanding(db: Queryable, accountId: number): Promise<Standing | undefined> {
  const [row] = await db.rows<{ standing: Standing }>(
    `select ${standingAsJson} as standing from accounts a where a.id = $1`,
    [accountId],
  );
  return row?.standing;
}

/** The services that the operator allowed an account beyond the rules. */
export function listGrants(
  db: Queryable,
  accountId: number,
): Promise<{ service: string; name: string; grantedAt: Date }[]> {
  return db.rows(
    `select s.slug as service, s.name, g.granted_at as "grantedAt"
     from service_grants g join services s on s.id = g.service_id where g.account_id = $1 order by s.name`,
    [accountId],
  );
}
