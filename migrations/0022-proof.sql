-- Proof of how the shop is run: whose the numbers are, why they were taken out, what was erased when, keys for certificates.

-- The register of our own numbers, for an inspector.
create table number_register (
  number_id bigint primary key references numbers (id),
  owner text not null,
  legal_basis text not null,
  reference text,
  since date not null,
  recorded_at timestamptz not null
);

-- Why a number is no longer sold; `retired_as` is null if somebody took it out by hand.
alter table numbers
  add column retired_as text check (retired_as in ('flagged', 'churned')),
  add column retired_reason text;

update numbers n set retired_reason = l.detail ->> 'reason' from audit_log l
where l.action = 'number.retire' and l.subject = 'number ' || n.number and l.detail ? 'reason';

-- How many rows of each kind were erased, by day.
create table erasures (
  day date not null,
  kind text not null,
  erased bigint not null,
  primary key (day, kind)
);

-- The keys that sign certificates. Public ones stay, so that what was signed can still be checked when the private one is lost.
create table certificate_keys (
  id int generated always as identity primary key,
  public_key bytea not null,
  private_sealed bytea,
  created_at timestamptz not null
);

-- The account whose people a letter is for, so that it is erased with the account whoever has left it before.
alter table outbox add column account_id bigint references accounts (id);
update outbox o set account_id = m.account_id from members m
where lower(m.email) = lower(o.recipient) and m.account_id is not null;
create index outbox_account on outbox (account_id) where account_id is not null;
