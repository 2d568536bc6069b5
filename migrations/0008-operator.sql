-- What numbers cost us, so that margins are known; a limit of one wallet's own; records that cannot be emptied; lists by source.

alter table pools  add column cost_minor bigint not null default 0 check (cost_minor >= 0);
alter table prices add column cost_minor bigint check (cost_minor >= 0); -- null: what the pool costs
alter table orders add column cost_minor bigint not null default 0;      -- as it was at the rent; spent where a code came

alter table wallets add column max_open_orders integer check (max_open_orders >= 0); -- null: as the setting says

-- A trigger for each row is not asked when a table is emptied at once.
create trigger audit_log_not_emptied before truncate on audit_log for each statement execute function forbid_change();
create trigger postings_not_emptied before truncate on postings for each statement execute function forbid_change();

-- The last message of a source, above all of one that has been silent for long.
create index messages_source on messages (source_id, id);
