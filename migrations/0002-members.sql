-- People: how they sign in, prove themselves, stay signed in, are invited, and what is mailed to them.

alter table accounts
  add column closed_at     timestamptz,
  add column terms_version text; -- of the lawful-use statement that was accepted for it

alter table members
  add column email               text,
  add column email_confirmed_at  timestamptz,
  add column totp_sealed         bytea, -- the shared secret of the second factor, once it was proven
  add column totp_pending_sealed bytea, -- shown, not yet proven
  add column totp_step           bigint not null default 0; -- of the last code taken: none is taken twice
create unique index members_email on members (lower(email));
create index members_account on members (account_id);

-- One-time ways in when the authenticator is lost.
create table recovery_codes (
  member_id bigint not null references members on delete cascade,
  hash      bytea not null,
  primary key (member_id, hash)
);

create table sessions (
  id           bigint generated always as identity primary key,
  member_id    bigint not null references members on delete cascade,
  token_hash   bytea not null unique,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  ip           inet,
  user_agent   text not null
);
create index sessions_member on sessions (member_id);

-- What mailed links prove: an address, or the right to set a new password. Gone when used.
create table member_tokens (
  hash       bytea primary key,
  member_id  bigint not null references members on delete cascade,
  purpose    text not null check (purpose in ('confirm', 'reset')),
  email      text not null, -- the address it was sent to
  expires_at timestamptz not null
);
create index member_tokens_member on member_tokens (member_id);

create table invitations (
  id         bigint generated always as identity primary key,
  account_id bigint not null references accounts,
  email      text not null,
  role       text not null check (role in ('owner', 'developer', 'billing', 'viewer')),
  token_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index invitations_account on invitations (account_id);

-- Tries that are limited (passwords, sign-ups, mails), by whom or what they are counted against.
create table attempts (
  id      bigint generated always as identity primary key,
  subject text not null,
  at      timestamptz not null
);
create index attempts_subject on attempts (subject, at);

-- Letters, written with the deed that causes them and sent after it commits; without SMTP the operator hands them on.
create table outbox (
  id         bigint generated always as identity primary key,
  recipient  text not null,
  subject    text not null,
  text_sealed bytea, -- it holds a link; erased once it was sent
  created_at timestamptz not null,
  sent_at    timestamptz,
  tries      int not null default 0,
  next_at    timestamptz not null,
  error      text
);
create index outbox_due on outbox (next_at) where sent_at is null;

-- The operator's lists over all accounts.
create index orders_created on orders (created_at, order_id);
create index messages_number on messages (number, id);
