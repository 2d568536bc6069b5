-- Limits that hold for an account and for an address group, whatever the key and whichever process is asked.

-- What a wallet has rented in the minute since then, and how its orders of the day (UTC) ended.
alter table wallets
  add column rents_since timestamptz,
  add column rents integer not null default 0,
  add column outcomes_day date,
  add column codes integer not null default 0,
  add column fruitless integer not null default 0;

-- The same for an address group (an IPv4 address, or a /64 of IPv6), over all accounts. Forgotten after a day or two.
create table address_groups (
  network text primary key,
  open_orders integer not null default 0 check (open_orders >= 0),
  rents_since timestamptz,
  rents integer not null default 0,
  outcomes_day date,
  codes integer not null default 0,
  fruitless integer not null default 0,
  seen_at timestamptz not null
) with (fillfactor = 50);

-- The address group that an order was rented from, while it is open.
alter table orders add column network text;

-- What has been used of a limit on calls, until the count starts again at zero. Processes take shares of it.
create table limit_counts (
  subject text primary key,
  most bigint not null,
  ends_at timestamptz not null,
  used bigint not null,
  -- What was given to the last process that asked.
  granted bigint not null
) with (fillfactor = 50);

create index limit_counts_ended on limit_counts (ends_at);
