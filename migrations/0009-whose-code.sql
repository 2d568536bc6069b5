-- Whose code is it: what each number was used for, by which account and when, for families of services; and how often an account tries a pool in vain.

-- ── families ──────────────────────────────────────────────────────────────────────────────────────────────────

-- Services of one owner, or with one sign-in, are a family (catalog/families.tsv, brought in at every start). 0 is the
-- family of "Any other" and of all that is in no catalogue: an order of it has the whole number.
alter table services
  add column family_head int, -- the service that its family goes by; null: it has no relatives
  add column signs_in boolean not null default false; -- its codes are for its relatives as well
update services set family_head = 0 where slug = 'other';
alter table services add column family_id int not null generated always as (coalesce(family_head, id)) stored;

-- One open order on a number for a family, whatever the code believes. Orders that closed before this need none.
alter table orders add column family_id int;
update orders o set family_id = s.family_id from services s where s.id = o.service_id and o.closed_at is null;
drop index orders_open;
create unique index orders_open on orders (number, family_id) where closed_at is null;

-- ── what numbers were used for ────────────────────────────────────────────────────────────────────────────────

-- By the number's digits: suppliers' numbers have no id here, and what became of a number outlives its place in a pool.
-- "Somebody other than X used it after T" is exactly: used_at > T, or others_used_at > T where X is the account.
alter table number_uses rename to sales;
alter table sales rename constraint number_uses_pkey to sales_pkey;
create table number_uses (
  number         text not null,
  family_id      int not null,
  rests_until    timestamptz not null, -- infinity: an order is open
  account_id     bigint,               -- who saw a message about it last; null: nobody has
  used_at        timestamptz,          -- when
  others_used_at timestamptz,          -- when somebody else last did
  primary key (number, family_id),
  check ((account_id is null) = (used_at is null))
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

insert into number_uses (number, family_id, rests_until, account_id, used_at, others_used_at)
with rests as (
  select number, family_id, max(rests_until) as rests_until
  from (
    select n.number, s.family_id, u.rests_until
    from sales u join numbers n on n.id = u.number_id join services s on s.id = u.service_id
    where u.rests_until > now()
    union all
    select number, family_id, 'infinity' from orders where closed_at is null and number is not null
  ) r group by number, family_id
), seen as (
  -- A message counts for the order's service and for the one that it named; a name in no catalogue for "Any other".
  select m.number, f.family_id, w.account_id, max(m.received_at) as at
  from messages m
  join orders o on o.order_id = m.order_id
  join wallets w on w.id = o.wallet_id and w.mode = 'live'
  cross join lateral (
    select s.family_id from services s where s.id = o.service_id
    union
    select coalesce((select s.family_id from services s where s.slug = m.service), 0)
  ) f
  where m.state in ('delivered', 'late')
  group by 1, 2, 3
), latest as (
  select number, family_id, account_id, at, lead(at) over newest as others_at, row_number() over newest as place
  from seen window newest as (partition by number, family_id order by at desc, account_id)
)
select number, family_id, coalesce(r.rests_until, '-infinity'), l.account_id, l.at, l.others_at
from rests r full join (select * from latest where place = 1) l using (number, family_id);
drop table sales;

-- ── trying a pool in vain ─────────────────────────────────────────────────────────────────────────────────────

-- Orders of a wallet in a pool that ended without a code, less those that got one; forgotten evenly over a day.
create table pool_tries (
  wallet_id bigint not null,
  pool_id   int not null,
  tries     double precision not null,
  counted_at timestamptz not null,
  primary key (wallet_id, pool_id)
) with (fillfactor = 80);
