-- A wallet and an address group that have rented, and a count of calls.

insert into address_groups (network, open_orders, rents_since, rents, outcomes_day, codes, fruitless, seen_at)
values ('203.0.113.7', 0, now(), 3, current_date, 1, 2, now());

insert into limit_counts (subject, most, ends_at, used, granted) values ('account 1 calls', 1000, now(), 20, 20);
