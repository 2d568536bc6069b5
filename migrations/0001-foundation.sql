-- The whole of the first release: accounts and their money, the catalogue, numbers, orders, messages, events.
--
-- Two habits hold throughout. Times are given by the server that acts (its clock can be moved in tests), so there
-- are no now() defaults on rows whose age has consequences. Rules that must never break are constraints here as
-- well as code above: a number with two open orders for a service, a hold that ends twice, books that do not sum
-- to zero cannot be written down.

-- Settings of this installation that must be the same for every process on this database.
create table installation (
  name  text primary key,
  value text not null
);

-- ── accounts ──────────────────────────────────────────────────────────────────────────────────────────────────

create table accounts (
  id           bigint generated always as identity primary key,
  username     text not null,
  created_at   timestamptz not null,
  suspended_at timestamptz
);
create unique index accounts_username on accounts (lower(username));

-- People who sign in. The operator belongs to no account.
create table members (
  id            bigint generated always as identity primary key,
  account_id    bigint references accounts,
  username      text not null,
  role          text not null check (role in ('operator', 'owner', 'developer', 'billing', 'viewer')),
  password_hash text not null,
  created_at    timestamptz not null,
  check ((role = 'operator') = (account_id is null))
);
create unique index members_username on members (lower(username));

-- An account's money, one row per mode; also where the account's orders and events are counted, because whoever
-- adds one holds this row's lock: the counts are gapless and in the order of the commits.
--
-- The four amounts are the wallet's ledgers: what it may spend, what is held for open orders, what the platform
-- earned from it, and what was paid in from outside. Every posting takes from one and adds to another, so their
-- sum is zero at every moment.
create table wallets (
  id                bigint generated always as identity primary key,
  account_id        bigint not null references accounts,
  mode              text not null check (mode in ('live', 'test')),
  currency          text not null,
  spendable_minor   bigint not null default 0,
  held_minor        bigint not null default 0 check (held_minor >= 0),
  revenue_minor     bigint not null default 0,
  funding_minor     bigint not null default 0,
  open_holds        int not null default 0 check (open_holds >= 0),
  posting_seq       bigint not null default 0,
  order_seq         bigint not null default 0,
  event_seq         bigint not null default 0,
  low_balance_minor bigint not null,
  unique (account_id, mode),
  constraint books_sum_to_zero check (spendable_minor + held_minor + revenue_minor + funding_minor = 0)
) with (fillfactor = 50);

create table api_keys (
  id              bigint generated always as identity primary key,
  wallet_id       bigint not null references wallets,
  name            text not null,
  hash            bytea not null unique,
  hint            text not null,
  scopes          text[] not null,
  allowed_ips     cidr[] not null default '{}',
  daily_cap_minor bigint check (daily_cap_minor >= 0),
  created_at      timestamptz not null,
  expires_at      timestamptz,
  revoked_at      timestamptz,
  last_used_at    timestamptz,
  last_used_ip    inet
);
create index api_keys_wallet on api_keys (wallet_id);

-- What a key with a daily cap has spent on a day (UTC); refunds give it back.
create table key_spending (
  key_id      bigint not null references api_keys,
  day         date not null,
  spent_minor bigint not null,
  primary key (key_id, day)
);

-- ── catalogue ─────────────────────────────────────────────────────────────────────────────────────────────────

create table countries (
  code      text primary key check (code ~ '^[A-Z]{2}$'),
  name      text not null,
  dial_code text not null
);

create table services (
  id         int generated always as identity primary key,
  slug       text not null unique,
  name       text not null,
  category   text not null,
  restricted boolean not null
);

create table service_aliases (
  alias      text primary key,
  service_id int not null references services
);

create table pools (
  id            int generated always as identity primary key,
  mode          text not null check (mode in ('live', 'test')),
  provider      text not null check (provider in ('global', 'usa')),
  name          text not null,
  supplier      text not null,
  price_minor   bigint not null check (price_minor > 0),
  late_messages text not null default 'free' check (late_messages in ('free', 'charge', 'withhold')),
  created_at    timestamptz not null,
  retired_at    timestamptz
);

-- Overrides of a pool's price. The most particular one wins: country and service, service, country.
create table prices (
  pool_id     int not null references pools,
  country     text references countries,
  service_id  int references services,
  price_minor bigint not null check (price_minor > 0),
  unique nulls not distinct (pool_id, country, service_id),
  check (country is not null or service_id is not null)
);

-- What came of the orders of a day, for success rates and times; a job adds to it from the orders.
create table outcomes (
  pool_id    int not null references pools,
  country    text not null,
  service_id int not null references services,
  day        date not null,
  delivered  int not null,
  failed     int not null,
  seconds    int[] not null, -- counts of deliveries by time to the code, see domain/catalog/outcomes.ts
  primary key (pool_id, country, service_id, day)
);

-- ── numbers and sources ───────────────────────────────────────────────────────────────────────────────────────

create table sources (
  id         bigint generated always as identity primary key,
  kind       text not null,
  name       text not null,
  token_hash bytea not null unique,
  settings   bytea not null, -- sealed: it holds the source's secret
  created_at timestamptz not null,
  retired_at timestamptz
);

create table numbers (
  id         bigint generated always as identity primary key,
  number     text not null unique check (number ~ '^[0-9]{5,15}$'),
  pool_id    int not null references pools,
  country    text not null references countries,
  area_code  text,
  line_type  text,
  created_at timestamptz not null,
  retired_at timestamptz
);
create index numbers_in_stock on numbers (pool_id, country, id) where retired_at is null;

-- A number's dealings with a service: rented while rests_until is infinity, resting until then, else free again.
create table number_uses (
  number_id   bigint not null references numbers,
  service_id  int not null references services,
  pool_id     int not null,
  country     text not null,
  rests_until timestamptz not null,
  primary key (number_id, service_id)
) with (fillfactor = 80);
create index number_uses_stock on number_uses (pool_id, country, service_id, rests_until);

-- ── orders and postings ───────────────────────────────────────────────────────────────────────────────────────

-- order_id is this sequence enciphered (kit/ids.ts): never twice, never guessable from the one before.
create sequence order_numbers as bigint;

create table orders (
  order_id       int primary key,
  wallet_id      bigint not null references wallets,
  seq            bigint not null,
  key_id         bigint references api_keys,
  service_id     int not null references services,
  country        text not null,
  provider       text not null,
  pool_id        int not null references pools,
  number_id      bigint references numbers,
  number         text,
  supplier       text not null,
  supplier_ref   text,
  duration       text not null,
  status         text not null check (status in ('PLACING', 'FAILED', 'PENDING', 'RECEIVED', 'FINISHED', 'CANCELLED', 'EXPIRED')),
  price_minor    bigint not null check (price_minor > 0),
  created_at     timestamptz not null,
  expires_at     timestamptz not null,
  cancellable_at timestamptz not null,
  ended_at       timestamptz, -- the hold ended: captured by a message, or released
  closed_at      timestamptz, -- nothing more is expected
  resend_at      timestamptz, -- the renter asked for another code, and none has come since
  report_reason  text,
  message_count  int not null default 0,
  code_sealed    bytea, -- the newest code
  unique (wallet_id, seq),
  check ((status in ('PLACING', 'FAILED')) or number is not null)
) with (fillfactor = 80);
-- One open order per number and service, whatever the code above believes.
create unique index orders_open on orders (number, service_id) where status in ('PENDING', 'RECEIVED');
create index orders_due on orders (expires_at) where status in ('PENDING', 'RECEIVED');
create index orders_placing on orders (created_at) where status = 'PLACING';
-- A message looks for the orders on its number.
create index orders_number on orders (number, created_at);
create index orders_ended on orders (ended_at) where ended_at is not null;

create table postings (
  wallet_id             bigint not null references wallets,
  seq                   bigint not null,
  kind                  text not null check (kind in ('credit', 'adjustment', 'hold', 'capture', 'release', 'refund', 'late')),
  debit                 text not null check (debit in ('spendable', 'held', 'revenue', 'funding')),
  credit                text not null check (credit in ('spendable', 'held', 'revenue', 'funding')),
  amount_minor          bigint not null check (amount_minor > 0),
  spendable_after_minor bigint not null,
  order_id              int,
  reason                text,
  created_at            timestamptz not null,
  primary key (wallet_id, seq),
  check (debit <> credit)
);
-- An order is held once, and its hold ends once: by capture or by release.
create unique index postings_hold on postings (order_id, (kind = 'hold')) where kind in ('hold', 'capture', 'release');

-- Requests with an Idempotency-Key that did something: a rent is answered again from its order, others from answer.
create table idempotency_keys (
  wallet_id  bigint not null references wallets,
  key        text not null,
  input_hash bytea not null,
  order_id   int,
  answer     text,
  created_at timestamptz not null,
  primary key (wallet_id, key)
);
create index idempotency_keys_order on idempotency_keys (order_id) where order_id is not null;
create index idempotency_keys_age on idempotency_keys (created_at);

-- ── messages and events ───────────────────────────────────────────────────────────────────────────────────────

create table messages (
  id            bigint generated always as identity primary key,
  source_id     bigint not null references sources,
  source_key    text not null, -- the source's own id for it: a repeat changes nothing
  number        text not null,
  sender        text not null,
  order_id      int references orders,
  state         text not null check (state in ('delivered', 'late', 'withheld', 'unmatched')),
  reason        text, -- why nobody was given it
  service       text, -- what the text and sender say
  text_sealed   bytea, -- null once its retention is over
  code_sealed   bytea,
  received_at   timestamptz not null,
  unique (source_id, source_key)
);
create index messages_order on messages (order_id, id) where order_id is not null;
create index messages_unmatched on messages (id) where state = 'unmatched';
create index messages_age on messages (received_at) where text_sealed is not null;

-- Parts of long messages, until the last one is here.
create table message_parts (
  source_id   bigint not null references sources,
  number      text not null,
  sender      text not null,
  reference   text not null,
  part        int not null check (part between 1 and 255),
  total       int not null check (total between 1 and 255),
  text_sealed bytea not null,
  received_at timestamptz not null,
  primary key (source_id, number, sender, reference, part)
);

create table events (
  wallet_id  bigint not null references wallets,
  seq        bigint not null,
  type       text not null,
  order_id   int,
  message_id bigint,
  data       jsonb,
  created_at timestamptz not null,
  primary key (wallet_id, seq)
);
create index events_age on events (created_at);

-- What the sandbox has in store: a message that arrives by itself.
create table sandbox_messages (
  id          bigint generated always as identity primary key,
  order_id    int not null references orders,
  due_at      timestamptz not null,
  sender      text not null,
  text_sealed bytea not null
);
create index sandbox_messages_due on sandbox_messages (due_at);

-- ── who did what ──────────────────────────────────────────────────────────────────────────────────────────────

create table audit_log (
  id      bigint generated always as identity primary key,
  at      timestamptz not null,
  actor   text not null,
  action  text not null,
  subject text not null,
  detail  jsonb not null default '{}'
);

create function forbid_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger audit_log_append_only before update or delete on audit_log for each row execute function forbid_change();
create trigger postings_append_only before update or delete on postings for each row execute function forbid_change();
