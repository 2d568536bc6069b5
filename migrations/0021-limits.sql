-- Limits that hold for an account and for an address group, whatever the key and whichever process is asked.

-- At the beginning, and in the order in which a running server locks them, which may still be serving.
lock table orders, wallets, accounts in access exclusive mode;

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

-- The address group that an order was rented from, until its first message or its end.
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

-- When the statement on lawful use was accepted, and what the operator knows of an account. An account from before goes on
-- as it was: it is asked for the statement when its year is over, and counts as known.
alter table accounts
  add column terms_accepted_at timestamptz,
  -- The operator's decision; null: it follows from a confirmed e-mail address.
  add column tier text check (tier in ('none', 'email', 'verified', 'business'));

update accounts set tier = 'verified', terms_version = coalesce(terms_version, '2026-11'),
  terms_accepted_at = case when terms_version is null then now() else created_at end;

-- What a live wallet's orders of the day (UTC) cost, as far as nothing was given back.
alter table wallets add column spent_day date, add column spent_minor bigint not null default 0;

-- Who may rent what, the most specific line first: a service before its category, with a country before without.
create table service_policies (
  id integer generated always as identity primary key,
  category text,
  service_id integer references services (id),
  country text references countries (code),
  rule text not null check (rule in ('allowed', 'tier', 'ask', 'never')),
  -- The least tier, for the rule 'tier'.
  tier text check (tier in ('email', 'verified', 'business')),
  -- How old an account must be at least.
  min_age_days integer not null default 0 check (min_age_days >= 0),
  unique nulls not distinct (category, service_id, country),
  check (category is null or service_id is null),
  check ((rule = 'tier') = (tier is not null))
);

-- The operator's yes to an account that wants a service with the rule 'ask'.
create table service_grants (
  account_id bigint not null references accounts (id),
  service_id integer not null references services (id),
  granted_at timestamptz not null,
  primary key (account_id, service_id)
);

-- An account asks to be known better, or the operator notes why it is: with evidence, sealed, and erased by rule.
create table verifications (
  id bigint generated always as identity primary key,
  account_id bigint not null references accounts (id),
  -- What was asked for, or decided.
  tier text not null check (tier in ('none', 'email', 'verified', 'business')),
  note_sealed bytea,
  file_name text,
  file_type text,
  file_sealed bytea,
  asked_by text not null,
  asked_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  decision text check (decision in ('accepted', 'declined')),
  -- What the customer is told.
  reason text,
  erased_at timestamptz,
  check ((decided_at is null) = (decision is null))
);

-- One request of an account at a time.
create unique index verifications_open on verifications (account_id) where decided_at is null;
create index verifications_account on verifications (account_id, id);
create index verifications_kept on verifications (coalesce(decided_at, asked_at)) where erased_at is null;
