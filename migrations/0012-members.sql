-- Access ends with whoever gave it, links with the state they were made for; addresses are reserved by proof alone; credits happen once.

-- Who made it. A key outlives its maker only where somebody decided so.
alter table api_keys add column created_by bigint references members on delete set null;
create index api_keys_created_by on api_keys (created_by) where created_by is not null;
alter table invitations add column created_by bigint references members on delete cascade;
create index invitations_created_by on invitations (created_by) where created_by is not null;

update api_keys k set created_by = m.id
from audit_log l, wallets w, members m
where l.action = 'key.create' and l.subject = 'key ' || k.id and w.id = k.wallet_id
  and m.account_id = w.account_id and lower(m.username) = lower(regexp_replace(l.actor, ' \(.*\)$', ''));
update invitations i set created_by = m.id
from audit_log l, members m
where l.action = 'member.invite' and l.subject = 'account ' || i.account_id and l.at = i.created_at
  and l.detail ->> 'email' = i.email
  and m.account_id = i.account_id and lower(m.username) = lower(regexp_replace(l.actor, ' \(.*\)$', ''));
delete from invitations where created_by is null; -- of owners who are gone
alter table invitations alter column created_by set not null;

-- An address that nobody proved is nobody's: any number of members may have given it.
drop index members_email;
create unique index members_email on members (lower(email)) where email_confirmed_at is not null;
create index members_given_email on members (lower(email)) where email_confirmed_at is null;

alter table members add column must_change_password boolean not null default false; -- somebody else knows it

-- The member's address and password as they were when the link was made: once they are others, it is good for nothing.
alter table member_tokens add column state bytea;
update member_tokens t
set state = sha256(convert_to(coalesce(lower(m.email), '') || E'\n' || m.password_hash, 'UTF8'))
from members m where m.id = t.member_id and (t.purpose = 'confirm' or lower(m.email) = lower(t.email));
delete from member_tokens where state is null;
alter table member_tokens alter column state set not null;

-- What names a payment elsewhere (a bank's transfer): the same one is not booked twice.
alter table postings add column reference text;
create unique index postings_reference on postings (lower(reference)) where reference is not null;
alter table postings
  drop constraint postings_kind_check,
  add constraint postings_kind_check check (kind in
    ('credit', 'adjustment', 'hold', 'capture', 'release', 'refund', 'late', 'forfeit')); -- forfeit: given up at closing

alter table accounts add column pay_out_to_sealed bytea; -- where the balance of a closed account goes
