-- An audit log that shows tampering: each entry is chained to the one before it, and addresses can be erased from it
-- without breaking the chain.

alter table audit_log
  add column salt bytea default uuid_send(gen_random_uuid()),
  add column chain_seq bigint,
  add column commitment bytea,
  add column chain_hash bytea,
  -- The entry that recorded why particulars were erased from this one.
  add column erased_by bigint references audit_log (id),
  add constraint audit_log_chained check (
    (chain_seq is null) = (commitment is null) and (chain_seq is null) = (chain_hash is null)),
  add constraint audit_log_erased check ((salt is null) = (erased_by is not null));

create unique index audit_log_chain on audit_log (chain_seq);
create index audit_log_unchained on audit_log (id) where chain_seq is null;
create index audit_log_subject on audit_log (subject, id);
-- An actor is a name, and in brackets the address they acted from.
create index audit_log_actor on audit_log (split_part(actor, ' (', 1), id);

-- Whoever was removed from an account's team.
create index audit_log_removed on audit_log ((detail ->> 'accountId')) where action = 'member.remove';

-- An entry changes twice at most: when it is chained, and when particulars are erased from it.
create function guard_audit_entry() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and (new.id, new.at, new.action, new.subject) = (old.id, old.at, old.action, old.subject)
    and (
      (old.chain_seq is null and new.chain_seq is not null
        and (new.actor, new.detail, new.salt, new.erased_by) is not distinct from (old.actor, old.detail, old.salt, old.erased_by))
      or (old.erased_by is null and new.erased_by is not null and old.chain_seq is not null
        and old.detail @> new.detail and new.actor = split_part(old.actor, ' (', 1)
        and (new.chain_seq, new.commitment, new.chain_hash) = (old.chain_seq, old.commitment, old.chain_hash))
    )
  then return new;
  end if;
  raise exception '% is append-only', tg_table_name;
end $$;

drop trigger audit_log_append_only on audit_log;

-- Addresses of people whose account was closed before this version.
update audit_log a set detail = a.detail - 'ip' - 'email', actor = split_part(a.actor, ' (', 1)
from audit_log closing
where closing.action = 'account.close' and a.at <= closing.at
  and (a.subject = closing.subject or closing.detail -> 'members' ? split_part(a.actor, ' (', 1));

create trigger audit_log_append_only before update or delete on audit_log for each row execute function guard_audit_entry();

-- The end of the chain on each day, as it was written to the anchor file and into the letter.
create table audit_anchors (
  day date primary key,
  chain_seq bigint not null,
  chain_hash bytea not null,
  at timestamptz not null
);
create trigger audit_anchors_append_only before update or delete on audit_anchors for each row execute function forbid_change();
create trigger audit_anchors_not_emptied before truncate on audit_anchors for each statement execute function forbid_change();
