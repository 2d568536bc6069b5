-- People as the second version has them: an owner with a second factor, sessions, links under way, an invitation,
-- letters sent and waiting. What is sealed is borrowed from a message: it opens with the same key.

update accounts set terms_version = '2026-01' where id = 1;
update accounts set closed_at = now() where id = 2;
insert into members (account_id, username, role, password_hash, created_at, email, email_confirmed_at, totp_sealed, totp_step)
select 1, 'shop', 'owner', password_hash, now(), 'shop@zapotp.example', now(), (select text_sealed from messages where id = 1), 58817000
from members where role = 'operator';
insert into members (account_id, username, role, password_hash, created_at, email, totp_pending_sealed)
select 1, 'developer', 'developer', password_hash, now(), 'developer@zapotp.example', (select text_sealed from messages where id = 1)
from members where role = 'operator';
insert into recovery_codes (member_id, hash) select id, '\x0102'::bytea from members where username = 'shop';
insert into sessions (member_id, token_hash, created_at, last_seen_at, ip, user_agent)
select id, '\x0304'::bytea, now(), now(), '203.0.113.7', 'a browser' from members where username = 'shop';
insert into member_tokens (hash, member_id, purpose, email, expires_at)
select '\x0506'::bytea, id, 'confirm', email, now() + interval '1 day' from members where username = 'developer';
insert into invitations (account_id, email, role, token_hash, created_at, expires_at)
values (1, 'billing@zapotp.example', 'billing', '\x0708'::bytea, now(), now() + interval '7 days');
insert into attempts (subject, at) values ('sign-in shop', now());
insert into outbox (recipient, subject, text_sealed, created_at, sent_at, tries, next_at, error) values
  ('shop@zapotp.example', 'Confirm your address', null, now(), now(), 1, now(), null),
  ('billing@zapotp.example', 'You are invited', (select text_sealed from messages where id = 1), now(), null, 2, now(), 'the mail server refused');
