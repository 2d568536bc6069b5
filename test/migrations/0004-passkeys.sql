-- A member with a passkey, and a sign-in by one that is under way.

insert into passkeys (member_id, credential_id, public_key, sign_count, transports, name, synced, created_at, last_used_at)
select id, 'bm9ib2R5cw', '\x0102'::bytea, 7, '{internal,hybrid}', 'a telephone', true, now(), now() from members where username = 'shop';
insert into passkey_challenges (hash, member_id, expires_at) values
  ('\x0a0b'::bytea, null, now() + interval '5 minutes'),
  ('\x0c0d'::bytea, (select id from members where username = 'shop'), now() + interval '5 minutes');
