-- A number of Mexico that somebody used, under both of the ways to write it.

insert into number_uses (number, family_id, rests_until, rest_kept_until, account_id, used_at)
select n.number, s.id, now(), now(), 1, now() from services s, (values ('525550100001'), ('5215550100001')) n (number)
where s.slug = 'telegram';
