-- A letter whose link was used, and one that the operator dismissed.

insert into outbox (recipient, subject, text_sealed, created_at, next_at, link_hash, dismissed_at) values
  ('used@example.com', 'Confirm your e-mail address', '\x01', now(), now(), sha256('used'), null),
  ('away@example.com', 'Your sign-in changed', null, now(), now(), null, now());
