-- A number that can be written in two ways is one: what it was used for stands under both. A rest that was asked for stays.

-- Mexico had a 1 after the country code until 2019; Argentina has a 9 there for calls from abroad.
create function one_number(number text) returns text immutable language sql
  return regexp_replace(number, '^(52)1(\d{10})$|^(54)9(\d{10})$', '\1\2\3\4');

with written as (
  select u.*, f.form from number_uses u
  cross join lateral (select one_number(u.number) as plain) p
  cross join lateral (values (p.plain),
    (regexp_replace(p.plain, '^52(\d{10})$', '521\1')), (regexp_replace(p.plain, '^54(\d{10})$', '549\1'))) f (form)
  where p.plain ~ '^5[24]\d{10}$'
), joined as (
  select distinct on (number, family_id, form) * from written
), latest as (
  select distinct on (form, family_id) form, family_id, account_id, used_at from joined
  order by form, family_id, used_at desc nulls last
)
insert into number_uses (number, family_id, rests_until, account_id, used_at, others_used_at)
select j.form, j.family_id, max(j.rests_until), l.account_id, l.used_at,
  max(case when j.account_id = l.account_id then j.others_used_at else j.used_at end)
from joined j join latest l using (form, family_id)
group by j.form, j.family_id, l.account_id, l.used_at
on conflict (number, family_id) do update set rests_until = excluded.rests_until, account_id = excluded.account_id,
  used_at = excluded.used_at, others_used_at = excluded.others_used_at;

-- Until then a number rests for the family whatever a later order on it comes to.
alter table number_uses add column rest_kept_until timestamptz;
update number_uses set rest_kept_until = rests_until
where family_id = 0 and used_at is not null and rests_until < 'infinity' and rests_until > now();
