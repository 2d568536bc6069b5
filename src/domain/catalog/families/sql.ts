import type { Tx } from "../../../kit/db.ts";
import { anyService, wholeNumber } from "../catalog.ts";
import type { FamilyEntry } from "../data.ts";
import type { FamilyChange } from "./set-families.ts";

/** Sets the services' families exactly as in the list; returns the old and the new one of those that changed. */
export async function updateFamilies(tx: Tx, families: FamilyEntry[]): Promise<FamilyChange[]> {
  const members = families.flatMap(({ signIn, services }) =>
    services.map((slug) => ({ slug, head: services[0] as string, signsIn: signIn.includes(slug) })),
  );
  const moved = await tx.rows<FamilyChange>(
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
  return [...new Map(moved.map((move) => [`${move.from} ${move.to}`, move])).values()];
}
