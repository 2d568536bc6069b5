-- A wallet and an address group that have rented, and a count of calls.

insert into address_groups (network, open_orders, rents_since, rents, outcomes_day, codes, fruitless, seen_at)
values ('203.0.113.7', 0, now(), 3, current_date, 1, 2, now());

insert into limit_counts (subject, most, ends_at, used, granted) values ('account 1 calls', 1000, now(), 20, 20);

insert into service_policies (category, service_id, country, rule, tier, min_age_days)
select null, min(id), 'US', 'tier', 'verified', 1 from services;

insert into service_grants (account_id, service_id, granted_at) select a.id, s.id, now()
from (select min(id) as id from accounts) a, (select min(id) as id from services) s;

insert into verifications (account_id, tier, note_sealed, file_name, file_type, file_sealed, asked_by, asked_at)
select min(id), 'verified', '\x01', 'passport.pdf', 'application/pdf', '\x02', 'shop', now() from accounts;
