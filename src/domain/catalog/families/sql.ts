import type { Tx } from "../../../kit/db.ts";
import { anyService, wholeNumber } from "../catalog.ts";
import type { FamilyEntry } from "../data.ts";

/**
 * Makes the services families, exactly as in the list; a service that is in no family forms its own.
 * Where one has changed families, what its old one was used for counts for the new one too.
 */
export async function setFamilies(tx: Tx, families: FamilyEntry[]): Promise<void> {
  const members = families.flatMap(({ signIn, services }) =>
    services.map((slug) => ({ slug, head: services[0] as string, signsIn: signIn.includes(slug) })),
  );
  const moved = await tx.rows<{ from: number; to: number }>(
    `with wanted as (
       select s.id, s.family_id as old, case when s.slug = '${anyService}' then ${wholeNumber} else h.id end as head,
         coalesce(m.signs_in, false) as signs_in
       from services s
       left join unnest($1::text[], $2::text[], $3::boolean[]) as m (slug, head, signs_in) on m.slug = s.slug
       left join services h on h.slug = m.head
     )
     update services s set family_head = w.head, signs_in = w.signs_in from wanted w
     where w.id = s.id and (s.family_head is distinct from w.head or s.signs_in <> w.signs_in)
     returning w.old as "from", s.family_id as "to"`,
    [members.map(({ slug }) => slug), members.map(({ head }) => head), members.map(({ signsIn }) => signsIn)],
  );
  const changes = [...new Map(moved.map((move) => [`${move.from} ${move.to}`, move])).values()];
  if (changes.every(({ from, to }) => from === to)) return;
  await moveUses(tx, changes);
  await moveOpenOrders(tx);
}

/** Of all that flows into one row the latest use is its use, and the latest one by anybody else the other. */
async function moveUses(tx: Tx, changes: { from: number; to: number }[]): Promise<void> {
  const values = [changes.map(({ from }) => from), changes.map(({ to }) => to)];
  await tx.rows(
    `with joined as (
       select u.*, c.new_id from number_uses u
       join (select unnest($1::int[]) as old_id, unnest($2::int[]) as new_id union select i, i from unnest($2::int[]) as i) c
         on c.old_id = u.family_id
     ), latest as (
       select distinct on (number, new_id) number, new_id, account_id, used_at from joined
       order by number, new_id, used_at desc nulls last
     )
     insert into number_uses (number, family_id, rests_until, account_id, used_at, others_used_at)
     select j.number, j.new_id, max(j.rests_until), l.account_id, l.used_at,
       max(case when j.account_id = l.account_id then j.others_used_at else j.used_at end)
     from joined j join latest l using (number, new_id)
     group by j.number, j.new_id, l.account_id, l.used_at
     on conflict (number, family_id) do update set rests_until = excluded.rests_until, account_id = excluded.account_id,
       used_at = excluded.used_at, others_used_at = excluded.others_used_at`,
    values,
  );
  await tx.rows(
    `delete from number_uses u where u.family_id <> ${wholeNumber}
       and not exists (select from services s where s.family_id = u.family_id)`,
  );
}

/** Of two open orders that are relatives since now, neither takes the place of both. */
async function moveOpenOrders(tx: Tx): Promise<void> {
  await tx.rows(
    `update orders o set family_id = s.family_id from services s
     where s.id = o.service_id and o.closed_at is null and o.family_id is distinct from s.family_id
       and not exists (select from orders x where x.number = o.number and x.order_id <> o.order_id and x.closed_at is null
         and (select family_id from services t where t.id = x.service_id) = s.family_id)`,
  );
  // A copy of a row that was open, where the open order's service did not come along.
  await tx.rows(
    `update number_uses u set rests_until = now() where u.rests_until = 'infinity' and not exists (
       select from orders o join services s on s.id = o.service_id
       where one_number(o.number) = one_number(u.number) and o.closed_at is null and s.family_id = u.family_id)`,
  );
}
