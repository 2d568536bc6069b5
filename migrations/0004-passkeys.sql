-- Passkeys: signing in without a password, by a device that makes sure of its person (WebAuthn).

alter table members
  add column passkey_handle uuid not null default gen_random_uuid(); -- what authenticators know a member by

create table passkeys (
  id            bigint generated always as identity primary key,
  member_id     bigint not null references members on delete cascade,
  credential_id text not null unique, -- base64url, chosen by the authenticator
  public_key    bytea not null,
  sign_count    bigint not null, -- goes up at every use, unless the authenticator does not count
  transports    text[] not null,
  name          text not null,
  synced        boolean not null, -- whether it is kept on several devices
  created_at    timestamptz not null,
  last_used_at  timestamptz
);
create index passkeys_member on passkeys (member_id);

-- What an authenticator must sign to be believed. Gone when used.
create table passkey_challenges (
  hash       bytea primary key,
  member_id  bigint references members on delete cascade, -- null: of somebody who signs in
  expires_at timestamptz not null
);
