-- Members may have a browser told that a code has arrived: where to, and what is still to be sent.

-- A browser that a member is signed in with; it ends with the session.
create table push_subscriptions (
  session_id bigint primary key references sessions (id) on delete cascade,
  endpoint_hash bytea not null unique,
  target_sealed bytea not null,
  created_at timestamptz not null,
  failures int not null default 0
);

-- Up to which event of a wallet the subscribers were told.
create table push_cursors (
  wallet_id bigint primary key references wallets (id),
  seq bigint not null
);

create table pushes (
  id bigint generated always as identity primary key,
  session_id bigint not null references push_subscriptions (session_id) on delete cascade,
  order_id int not null,
  service text not null,
  mode text not null,
  has_code boolean not null,
  created_at timestamptz not null,
  next_at timestamptz not null,
  tries int not null default 0
);
create index pushes_due on pushes (next_at);
create index pushes_of_session on pushes (session_id);
