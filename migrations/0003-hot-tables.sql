-- The hot tables cost what they must: receiving a message is a HOT update, ages are found by block ranges, and what never goes is not looked for at every write.

-- ── rows that are never deleted ───────────────────────────────────────────────────────────────────────────────

-- A reference is taken from a row read in the same transaction, and those rows stay: so it is true without a look-up
-- at every insert (eight a rent). `zapotp books audit` proves it after the fact.
create function forbid_deletion() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never deleted', tg_table_name;
end $$;
create trigger wallets_stay before delete or truncate on wallets execute function forbid_deletion();
create trigger api_keys_stay before delete or truncate on api_keys execute function forbid_deletion();
create trigger services_stay before delete or truncate on services execute function forbid_deletion();
create trigger pools_stay before delete or truncate on pools execute function forbid_deletion();
create trigger numbers_stay before delete or truncate on numbers execute function forbid_deletion();
create trigger sources_stay before delete or truncate on sources execute function forbid_deletion();
create trigger orders_stay before delete or truncate on orders execute function forbid_deletion();

alter table orders
  drop constraint orders_wallet_id_fkey,
  drop constraint orders_key_id_fkey,
  drop constraint orders_service_id_fkey,
  drop constraint orders_pool_id_fkey,
  drop constraint orders_number_id_fkey;
alter table number_uses drop constraint number_uses_number_id_fkey, drop constraint number_uses_service_id_fkey;
alter table postings drop constraint postings_wallet_id_fkey;
alter table events drop constraint events_wallet_id_fkey;
alter table idempotency_keys drop constraint idempotency_keys_wallet_id_fkey;
alter table messages drop constraint messages_order_id_fkey, drop constraint messages_source_id_fkey;

-- ── receiving is a HOT update ─────────────────────────────────────────────────────────────────────────────────

-- No index may name what a message changes (status, ended_at, message_count, code_sealed, resend_at). Whether an order
-- is open is therefore told by closed_at, and whether it is being placed by its missing number.
alter table orders add constraint orders_closed check ((closed_at is null) = (status in ('PLACING', 'PENDING', 'RECEIVED')));
drop index orders_open, orders_due, orders_placing, orders_ended;
create unique index orders_open on orders (number, service_id) where closed_at is null;
create index orders_due on orders (expires_at) where closed_at is null;
create index orders_placing on orders (created_at) where closed_at is null and number is null;

-- ── ages by block ranges ──────────────────────────────────────────────────────────────────────────────────────

-- Rows of these tables lie in the order of their time, so a summary of each range of blocks is enough.
drop index events_age, idempotency_keys_age;
create index events_age on events using brin (created_at) with (pages_per_range = 16, autosummarize = on);
create index postings_age on postings using brin (created_at) with (pages_per_range = 16, autosummarize = on);
create index idempotency_keys_age on idempotency_keys using brin (created_at) with (pages_per_range = 16, autosummarize = on);

-- ── vacuum by the thousand rows, not by a fifth of the table ──────────────────────────────────────────────────

alter table orders set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.02);
alter table number_uses set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table messages set (autovacuum_analyze_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.02);
alter table postings set (autovacuum_analyze_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.02);
alter table events set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
alter table wallets set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
