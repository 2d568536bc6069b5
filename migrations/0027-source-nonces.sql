-- A signature that covers a nonce but not the message (Plivo) must vouch for one message only, in every process.

create table source_nonces (
  source_id bigint not null,
  -- SHA-256 of the nonce, and of the message that came first with it.
  nonce bytea not null,
  message bytea not null,
  seen_at timestamptz not null,
  primary key (source_id, nonce)
);
create index source_nonces_seen on source_nonces (seen_at);
