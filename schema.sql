-- Made by scripts/dump-schema.ts from all migrations; the tests compare it.

create table abuse_entries (
  id bigint generated always as identity not null,
  report_id bigint not null,
  at timestamp with time zone not null,
  kind text not null,
  side text not null,
  outcome text,
  words_sealed bytea,
  due_at timestamp with time zone,
  constraint abuse_entries_pkey PRIMARY KEY (id),
  constraint abuse_entries_kind_check CHECK ((kind = ANY (ARRAY['report'::text, 'decision'::text, 'appeal'::text]))),
  constraint abuse_entries_outcome CHECK (((kind = 'decision'::text) = (outcome IS NOT NULL))),
  constraint abuse_entries_outcome_check CHECK ((outcome = ANY (ARRAY['number_retired'::text, 'account_suspended'::text, 'nothing'::text]))),
  constraint abuse_entries_report_id_fkey FOREIGN KEY (report_id) REFERENCES abuse_reports(id),
  constraint abuse_entries_side_check CHECK ((side = ANY (ARRAY['reporter'::text, 'customer'::text, 'operator'::text])))
);

create table abuse_reports (
  id bigint generated always as identity not null,
  category text not null,
  number text,
  happened_at timestamp with time zone,
  account_id bigint,
  token_hash bytea,
  contact_sealed bytea,
  state text default 'open'::text not null,
  outcome text,
  created_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  appeal_until timestamp with time zone,
  erased_at timestamp with time zone,
  suspension_at timestamp with time zone,
  constraint abuse_reports_pkey PRIMARY KEY (id),
  constraint abuse_reports_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint abuse_reports_category_check CHECK ((category = ANY (ARRAY['fraud'::text, 'harassment'::text, 'my_number'::text, 'illegal'::text, 'other'::text]))),
  constraint abuse_reports_decided CHECK ((((state = 'open'::text) = (outcome IS NULL)) AND ((outcome IS NULL) = (decided_at IS NULL)))),
  constraint abuse_reports_outcome_check CHECK ((outcome = ANY (ARRAY['number_retired'::text, 'account_suspended'::text, 'nothing'::text]))),
  constraint abuse_reports_state_check CHECK ((state = ANY (ARRAY['open'::text, 'decided'::text, 'appealed'::text]))),
  constraint abuse_reports_token_hash_key UNIQUE (token_hash)
);

create table accounts (
  id bigint generated always as identity not null,
  username text not null,
  created_at timestamp with time zone not null,
  suspended_at timestamp with time zone,
  closed_at timestamp with time zone,
  terms_version text,
  pay_out_to_sealed bytea,
  terms_accepted_at timestamp with time zone,
  tier text,
  constraint accounts_pkey PRIMARY KEY (id),
  constraint accounts_tier_check CHECK ((tier = ANY (ARRAY['none'::text, 'email'::text, 'verified'::text, 'business'::text])))
);

create table address_groups (
  network text not null,
  open_orders integer default 0 not null,
  rents_since timestamp with time zone,
  rents integer default 0 not null,
  outcomes_day date,
  codes integer default 0 not null,
  fruitless integer default 0 not null,
  seen_at timestamp with time zone not null,
  constraint address_groups_pkey PRIMARY KEY (network),
  constraint address_groups_open_orders_check CHECK ((open_orders >= 0))
) with (fillfactor=50);

create table api_keys (
  id bigint generated always as identity not null,
  wallet_id bigint not null,
  name text not null,
  hash bytea not null,
  hint text not null,
  scopes text[] not null,
  allowed_ips cidr[] default '{}'::cidr[] not null,
  daily_cap_minor bigint,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone,
  last_used_ip inet,
  created_by bigint,
  constraint api_keys_pkey PRIMARY KEY (id),
  constraint api_keys_created_by_fkey FOREIGN KEY (created_by) REFERENCES members(id) ON DELETE SET NULL,
  constraint api_keys_daily_cap_minor_check CHECK ((daily_cap_minor >= 0)),
  constraint api_keys_hash_key UNIQUE (hash),
  constraint api_keys_wallet_id_fkey FOREIGN KEY (wallet_id) REFERENCES wallets(id)
);

create table attempts (
  id bigint generated always as identity not null,
  subject text not null,
  at timestamp with time zone not null,
  constraint attempts_pkey PRIMARY KEY (id)
);

create table audit_anchors (
  day date not null,
  chain_seq bigint not null,
  chain_hash bytea not null,
  at timestamp with time zone not null,
  constraint audit_anchors_pkey PRIMARY KEY (day)
);

create table audit_log (
  id bigint generated always as identity not null,
  at timestamp with time zone not null,
  actor text not null,
  action text not null,
  subject text not null,
  detail jsonb default '{}'::jsonb not null,
  salt bytea default uuid_send(gen_random_uuid()),
  chain_seq bigint,
  commitment bytea,
  chain_hash bytea,
  erased_by bigint,
  constraint audit_log_pkey PRIMARY KEY (id),
  constraint audit_log_chained CHECK ((((chain_seq IS NULL) = (commitment IS NULL)) AND ((chain_seq IS NULL) = (chain_hash IS NULL)))),
  constraint audit_log_erased CHECK (((salt IS NULL) = (erased_by IS NOT NULL))),
  constraint audit_log_erased_by_fkey FOREIGN KEY (erased_by) REFERENCES audit_log(id)
);

create table authority_requests (
  id bigint generated always as identity not null,
  authority text not null,
  reference text,
  legal_basis text,
  scope text not null,
  number text,
  account_id bigint,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone not null,
  kinds text[] not null,
  state text default 'open'::text not null,
  created_by text,
  created_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  refused_because text,
  notice_waits_because text,
  notice_due_at timestamp with time zone,
  noticed_at timestamp with time zone,
  erased_at timestamp with time zone,
  customers_told integer,
  constraint authority_requests_pkey PRIMARY KEY (id),
  constraint authority_requests_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint authority_requests_decided CHECK (((state = 'open'::text) = (decided_at IS NULL))),
  constraint authority_requests_notice CHECK (((notice_waits_because IS NULL) = (notice_due_at IS NULL))),
  constraint authority_requests_past CHECK ((to_at <= created_at)),
  constraint authority_requests_period CHECK ((from_at < to_at)),
  constraint authority_requests_scope CHECK (((erased_at IS NOT NULL) OR (((scope = 'number'::text) = (number IS NOT NULL)) AND ((scope = 'account'::text) = (account_id IS NOT NULL))))),
  constraint authority_requests_scope_check CHECK ((scope = ANY (ARRAY['number'::text, 'account'::text]))),
  constraint authority_requests_state_check CHECK ((state = ANY (ARRAY['open'::text, 'released'::text, 'refused'::text])))
);

create table certificate_keys (
  id integer generated always as identity not null,
  public_key bytea not null,
  private_sealed bytea,
  created_at timestamp with time zone not null,
  constraint certificate_keys_pkey PRIMARY KEY (id)
);

create table countries (
  code text not null,
  name text not null,
  dial_code text not null,
  constraint countries_pkey PRIMARY KEY (code),
  constraint countries_code_check CHECK ((code ~ '^[A-Z]{2}$'::text))
);

create table erasures (
  day date not null,
  kind text not null,
  erased bigint not null,
  constraint erasures_pkey PRIMARY KEY (day, kind)
);

create table events (
  wallet_id bigint not null,
  seq bigint not null,
  type text not null,
  order_id integer,
  message_id bigint,
  data jsonb,
  created_at timestamp with time zone not null,
  constraint events_pkey PRIMARY KEY (wallet_id, seq)
) with (autovacuum_vacuum_scale_factor=0.02, autovacuum_analyze_scale_factor=0.02, autovacuum_vacuum_insert_scale_factor=0.02);

create table idempotency_keys (
  wallet_id bigint not null,
  key text not null,
  input_hash bytea not null,
  order_id integer,
  answer text,
  created_at timestamp with time zone not null,
  constraint idempotency_keys_pkey PRIMARY KEY (wallet_id, key)
);

create table installation (
  name text not null,
  value text not null,
  constraint installation_pkey PRIMARY KEY (name)
);

create table invitations (
  id bigint generated always as identity not null,
  account_id bigint not null,
  email text not null,
  role text not null,
  token_hash bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  created_by bigint not null,
  constraint invitations_pkey PRIMARY KEY (id),
  constraint invitations_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint invitations_created_by_fkey FOREIGN KEY (created_by) REFERENCES members(id) ON DELETE CASCADE,
  constraint invitations_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'developer'::text, 'billing'::text, 'viewer'::text]))),
  constraint invitations_token_hash_key UNIQUE (token_hash)
);

create table key_spending (
  key_id bigint not null,
  day date not null,
  spent_minor bigint not null,
  constraint key_spending_pkey PRIMARY KEY (key_id, day),
  constraint key_spending_key_id_fkey FOREIGN KEY (key_id) REFERENCES api_keys(id)
);

create table limit_counts (
  subject text not null,
  most bigint not null,
  ends_at timestamp with time zone not null,
  used bigint not null,
  granted bigint not null,
  constraint limit_counts_pkey PRIMARY KEY (subject)
) with (fillfactor=50);

create table line_activity (
  line_id bigint not null,
  from_at timestamp with time zone not null,
  messages integer not null,
  timed integer not null,
  lag_milliseconds bigint not null,
  longest_lag_milliseconds integer not null,
  constraint line_activity_pkey PRIMARY KEY (line_id, from_at),
  constraint line_activity_line_id_fkey FOREIGN KEY (line_id) REFERENCES lines(id)
);

create table lines (
  id bigint generated always as identity not null,
  source_id bigint not null,
  name text not null,
  created_at timestamp with time zone not null,
  heard_at timestamp with time zone,
  down_since timestamp with time zone,
  down_by text,
  down_reason text,
  usual_gap_seconds integer,
  constraint lines_pkey PRIMARY KEY (id),
  constraint lines_check CHECK (((down_since IS NULL) = (down_by IS NULL))),
  constraint lines_down_by_check CHECK ((down_by = ANY (ARRAY['operator'::text, 'link'::text]))),
  constraint lines_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id),
  constraint lines_source_id_name_key UNIQUE (source_id, name)
);

create table long_messages (
  id bigint generated always as identity not null,
  source_id bigint not null,
  number text not null,
  sender text not null,
  reference text not null,
  total integer not null,
  order_ids integer[] not null,
  began_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  stray boolean default false not null,
  closed_at timestamp with time zone,
  due_at timestamp with time zone,
  time_has_zone boolean default false not null,
  constraint long_messages_pkey PRIMARY KEY (id),
  constraint long_messages_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id),
  constraint long_messages_total_check CHECK (((total >= 2) AND (total <= 255)))
);

create table member_tokens (
  hash bytea not null,
  member_id bigint not null,
  purpose text not null,
  email text not null,
  expires_at timestamp with time zone not null,
  state bytea not null,
  constraint member_tokens_pkey PRIMARY KEY (hash),
  constraint member_tokens_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint member_tokens_purpose_check CHECK ((purpose = ANY (ARRAY['confirm'::text, 'reset'::text])))
);

create table members (
  id bigint generated always as identity not null,
  account_id bigint,
  username text not null,
  role text not null,
  password_hash text not null,
  created_at timestamp with time zone not null,
  email text,
  email_confirmed_at timestamp with time zone,
  totp_sealed bytea,
  totp_pending_sealed bytea,
  totp_step bigint default 0 not null,
  passkey_handle uuid default gen_random_uuid() not null,
  must_change_password boolean default false not null,
  constraint members_pkey PRIMARY KEY (id),
  constraint members_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint members_check CHECK (((role = 'operator'::text) = (account_id IS NULL))),
  constraint members_role_check CHECK ((role = ANY (ARRAY['operator'::text, 'owner'::text, 'developer'::text, 'billing'::text, 'viewer'::text])))
);

create table message_parts (
  long_message_id bigint not null,
  part integer not null,
  source_key text,
  content bytea,
  charset text not null,
  raw_sealed bytea,
  received_at timestamp with time zone not null,
  constraint message_parts_pkey PRIMARY KEY (long_message_id, part),
  constraint message_parts_long_message_id_fkey FOREIGN KEY (long_message_id) REFERENCES long_messages(id) ON DELETE CASCADE,
  constraint message_parts_part_check1 CHECK (((part >= 1) AND (part <= 255)))
);

create table messages (
  id bigint generated always as identity not null,
  source_id bigint not null,
  source_key text not null,
  number text not null,
  sender text not null,
  order_id integer,
  state text not null,
  reason text,
  service text,
  text_sealed bytea,
  code_sealed bytea,
  received_at timestamp with time zone not null,
  content bytea,
  sent_at timestamp with time zone,
  part_count smallint,
  part_total smallint,
  constraint messages_pkey PRIMARY KEY (id),
  constraint messages_parts CHECK ((((part_count IS NULL) = (part_total IS NULL)) AND ((part_count >= 1) AND (part_count <= part_total)))),
  constraint messages_state_check CHECK ((state = ANY (ARRAY['delivered'::text, 'late'::text, 'withheld'::text, 'unmatched'::text])))
) with (autovacuum_analyze_scale_factor=0.01, autovacuum_vacuum_insert_scale_factor=0.02);

create table migrations (
  name text not null,
  applied_at timestamp with time zone default now() not null,
  constraint migrations_pkey PRIMARY KEY (name)
);

create table number_lines (
  number_id bigint not null,
  line_id bigint not null,
  since timestamp with time zone not null,
  until timestamp with time zone,
  constraint number_lines_line_id_fkey FOREIGN KEY (line_id) REFERENCES lines(id),
  constraint number_lines_number_id_fkey FOREIGN KEY (number_id) REFERENCES numbers(id)
);

create table number_register (
  number_id bigint not null,
  owner text not null,
  legal_basis text not null,
  reference text,
  since date not null,
  recorded_at timestamp with time zone not null,
  constraint number_register_pkey PRIMARY KEY (number_id),
  constraint number_register_number_id_fkey FOREIGN KEY (number_id) REFERENCES numbers(id)
);

create table number_uses (
  number text not null,
  family_id integer not null,
  rests_until timestamp with time zone not null,
  account_id bigint,
  used_at timestamp with time zone,
  others_used_at timestamp with time zone,
  rest_kept_until timestamp with time zone,
  constraint number_uses_pkey PRIMARY KEY (number, family_id),
  constraint number_uses_check CHECK (((account_id IS NULL) = (used_at IS NULL)))
) with (fillfactor=80, autovacuum_vacuum_scale_factor=0.02, autovacuum_analyze_scale_factor=0.02);

create table numbers (
  id bigint generated always as identity not null,
  number text not null,
  pool_id integer not null,
  country text not null,
  area_code text,
  line_type text,
  created_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  retired_as text,
  retired_reason text,
  constraint numbers_pkey PRIMARY KEY (id),
  constraint numbers_country_fkey FOREIGN KEY (country) REFERENCES countries(code),
  constraint numbers_number_check CHECK ((number ~ '^[0-9]{5,15}$'::text)),
  constraint numbers_number_key UNIQUE (number),
  constraint numbers_pool_id_fkey FOREIGN KEY (pool_id) REFERENCES pools(id),
  constraint numbers_retired_as_check CHECK ((retired_as = ANY (ARRAY['flagged'::text, 'churned'::text])))
);

create table orders (
  order_id integer not null,
  wallet_id bigint not null,
  seq bigint not null,
  key_id bigint,
  service_id integer not null,
  country text not null,
  provider text not null,
  pool_id integer not null,
  number_id bigint,
  number text,
  supplier text not null,
  supplier_ref text,
  duration text not null,
  status text not null,
  price_minor bigint not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  cancellable_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  closed_at timestamp with time zone,
  resend_at timestamp with time zone,
  report_reason text,
  message_count integer default 0 not null,
  code_sealed bytea,
  cost_minor bigint default 0 not null,
  family_id integer,
  network text,
  constraint orders_pkey PRIMARY KEY (order_id),
  constraint orders_check CHECK (((status = ANY (ARRAY['PLACING'::text, 'FAILED'::text])) OR (number IS NOT NULL))),
  constraint orders_closed CHECK (((closed_at IS NULL) = (status = ANY (ARRAY['PLACING'::text, 'PENDING'::text, 'RECEIVED'::text])))),
  constraint orders_price_minor_check CHECK ((price_minor > 0)),
  constraint orders_status_check CHECK ((status = ANY (ARRAY['PLACING'::text, 'FAILED'::text, 'PENDING'::text, 'RECEIVED'::text, 'FINISHED'::text, 'CANCELLED'::text, 'EXPIRED'::text]))),
  constraint orders_wallet_id_seq_key UNIQUE (wallet_id, seq)
) with (fillfactor=80, autovacuum_vacuum_scale_factor=0.01, autovacuum_analyze_scale_factor=0.01, autovacuum_vacuum_insert_scale_factor=0.02);

create table outbox (
  id bigint generated always as identity not null,
  recipient text not null,
  subject text not null,
  text_sealed bytea,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  tries integer default 0 not null,
  next_at timestamp with time zone not null,
  error text,
  link_hash bytea,
  dismissed_at timestamp with time zone,
  account_id bigint,
  constraint outbox_pkey PRIMARY KEY (id),
  constraint outbox_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
);

create table outcomes (
  pool_id integer not null,
  country text not null,
  service_id integer not null,
  day date not null,
  delivered integer not null,
  failed integer not null,
  seconds integer[] not null,
  constraint outcomes_pkey PRIMARY KEY (pool_id, country, service_id, day),
  constraint outcomes_pool_id_fkey FOREIGN KEY (pool_id) REFERENCES pools(id),
  constraint outcomes_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id)
);

create table passkey_challenges (
  hash bytea not null,
  member_id bigint,
  expires_at timestamp with time zone not null,
  constraint passkey_challenges_pkey PRIMARY KEY (hash),
  constraint passkey_challenges_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
);

create table passkeys (
  id bigint generated always as identity not null,
  member_id bigint not null,
  credential_id text not null,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null,
  name text not null,
  synced boolean not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  constraint passkeys_pkey PRIMARY KEY (id),
  constraint passkeys_credential_id_key UNIQUE (credential_id),
  constraint passkeys_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
);

create table pool_tries (
  wallet_id bigint not null,
  pool_id integer not null,
  tries double precision not null,
  counted_at timestamp with time zone not null,
  constraint pool_tries_pkey PRIMARY KEY (wallet_id, pool_id)
) with (fillfactor=80);

create table pools (
  id integer generated always as identity not null,
  mode text not null,
  provider text not null,
  name text not null,
  supplier text not null,
  price_minor bigint not null,
  late_messages text default 'free'::text not null,
  created_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  cost_minor bigint default 0 not null,
  constraint pools_pkey PRIMARY KEY (id),
  constraint pools_cost_minor_check CHECK ((cost_minor >= 0)),
  constraint pools_late_messages_check CHECK ((late_messages = ANY (ARRAY['free'::text, 'charge'::text, 'withhold'::text]))),
  constraint pools_mode_check CHECK ((mode = ANY (ARRAY['live'::text, 'test'::text]))),
  constraint pools_price_minor_check CHECK ((price_minor > 0)),
  constraint pools_provider_check CHECK ((provider = ANY (ARRAY['global'::text, 'usa'::text])))
);

create table postings (
  wallet_id bigint not null,
  seq bigint not null,
  kind text not null,
  debit text not null,
  credit text not null,
  amount_minor bigint not null,
  spendable_after_minor bigint not null,
  order_id integer,
  reason text,
  created_at timestamp with time zone not null,
  reference text,
  constraint postings_pkey PRIMARY KEY (wallet_id, seq),
  constraint postings_amount_minor_check CHECK ((amount_minor > 0)),
  constraint postings_check CHECK ((debit <> credit)),
  constraint postings_credit_check CHECK ((credit = ANY (ARRAY['spendable'::text, 'held'::text, 'revenue'::text, 'funding'::text]))),
  constraint postings_debit_check CHECK ((debit = ANY (ARRAY['spendable'::text, 'held'::text, 'revenue'::text, 'funding'::text]))),
  constraint postings_kind_check CHECK ((kind = ANY (ARRAY['credit'::text, 'adjustment'::text, 'hold'::text, 'capture'::text, 'release'::text, 'refund'::text, 'late'::text, 'forfeit'::text])))
) with (autovacuum_analyze_scale_factor=0.01, autovacuum_vacuum_insert_scale_factor=0.02);

create table prices (
  pool_id integer not null,
  country text,
  service_id integer,
  price_minor bigint not null,
  cost_minor bigint,
  constraint prices_check CHECK (((country IS NOT NULL) OR (service_id IS NOT NULL))),
  constraint prices_cost_minor_check CHECK ((cost_minor >= 0)),
  constraint prices_country_fkey FOREIGN KEY (country) REFERENCES countries(code),
  constraint prices_pool_id_country_service_id_key UNIQUE NULLS NOT DISTINCT (pool_id, country, service_id),
  constraint prices_pool_id_fkey FOREIGN KEY (pool_id) REFERENCES pools(id),
  constraint prices_price_minor_check CHECK ((price_minor > 0)),
  constraint prices_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id)
);

create table push_cursors (
  wallet_id bigint not null,
  seq bigint not null,
  constraint push_cursors_pkey PRIMARY KEY (wallet_id),
  constraint push_cursors_wallet_id_fkey FOREIGN KEY (wallet_id) REFERENCES wallets(id)
);

create table push_subscriptions (
  session_id bigint not null,
  endpoint_hash bytea not null,
  target_sealed bytea not null,
  created_at timestamp with time zone not null,
  failures integer default 0 not null,
  constraint push_subscriptions_pkey PRIMARY KEY (session_id),
  constraint push_subscriptions_endpoint_hash_key UNIQUE (endpoint_hash),
  constraint push_subscriptions_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions(id) ON DELETE CASCADE
);

create table pushes (
  id bigint generated always as identity not null,
  session_id bigint not null,
  order_id integer not null,
  service text not null,
  mode text not null,
  has_code boolean not null,
  created_at timestamp with time zone not null,
  next_at timestamp with time zone not null,
  tries integer default 0 not null,
  constraint pushes_pkey PRIMARY KEY (id),
  constraint pushes_session_id_fkey FOREIGN KEY (session_id) REFERENCES push_subscriptions(session_id) ON DELETE CASCADE
);

create table recovery_codes (
  member_id bigint not null,
  hash bytea not null,
  constraint recovery_codes_pkey PRIMARY KEY (member_id, hash),
  constraint recovery_codes_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
);

create table refusals (
  day date not null,
  route text not null,
  code text not null,
  n bigint not null,
  constraint refusals_pkey PRIMARY KEY (day, route, code)
);

create table request_accounts (
  request_id bigint not null,
  account_id bigint not null,
  letters integer,
  constraint request_accounts_pkey PRIMARY KEY (request_id, account_id),
  constraint request_accounts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint request_accounts_request_id_fkey FOREIGN KEY (request_id) REFERENCES authority_requests(id)
);

create table request_releases (
  request_id bigint not null,
  member_id bigint not null,
  username text not null,
  at timestamp with time zone not null,
  constraint request_releases_pkey PRIMARY KEY (request_id, member_id),
  constraint request_releases_request_id_fkey FOREIGN KEY (request_id) REFERENCES authority_requests(id)
);

create table sandbox_messages (
  id bigint generated always as identity not null,
  order_id integer not null,
  due_at timestamp with time zone not null,
  sender text not null,
  text_sealed bytea not null,
  constraint sandbox_messages_pkey PRIMARY KEY (id),
  constraint sandbox_messages_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(order_id)
);

create table service_aliases (
  alias text not null,
  service_id integer not null,
  constraint service_aliases_pkey PRIMARY KEY (alias),
  constraint service_aliases_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id)
);

create table service_grants (
  account_id bigint not null,
  service_id integer not null,
  granted_at timestamp with time zone not null,
  constraint service_grants_pkey PRIMARY KEY (account_id, service_id),
  constraint service_grants_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint service_grants_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id)
);

create table service_policies (
  id integer generated always as identity not null,
  category text,
  service_id integer,
  country text,
  rule text not null,
  tier text,
  min_age_days integer default 0 not null,
  constraint service_policies_pkey PRIMARY KEY (id),
  constraint service_policies_category_service_id_country_key UNIQUE NULLS NOT DISTINCT (category, service_id, country),
  constraint service_policies_check CHECK (((category IS NULL) OR (service_id IS NULL))),
  constraint service_policies_check1 CHECK (((rule = 'tier'::text) = (tier IS NOT NULL))),
  constraint service_policies_country_fkey FOREIGN KEY (country) REFERENCES countries(code),
  constraint service_policies_min_age_days_check CHECK ((min_age_days >= 0)),
  constraint service_policies_rule_check CHECK ((rule = ANY (ARRAY['allowed'::text, 'tier'::text, 'ask'::text, 'never'::text]))),
  constraint service_policies_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id),
  constraint service_policies_tier_check CHECK ((tier = ANY (ARRAY['email'::text, 'verified'::text, 'business'::text])))
);

create table services (
  id integer generated always as identity not null,
  slug text not null,
  name text not null,
  category text not null,
  restricted boolean not null,
  family_head integer,
  signs_in boolean default false not null,
  family_id integer generated always as (COALESCE(family_head, id)) stored not null,
  constraint services_pkey PRIMARY KEY (id),
  constraint services_slug_key UNIQUE (slug)
);

create table sessions (
  id bigint generated always as identity not null,
  member_id bigint not null,
  token_hash bytea not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  ip inet,
  user_agent text not null,
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint sessions_token_hash_key UNIQUE (token_hash)
);

create table source_links (
  source_id bigint not null,
  owner text not null,
  held_until timestamp with time zone not null,
  bound_since timestamp with time zone,
  last_error text,
  last_error_at timestamp with time zone,
  constraint source_links_pkey PRIMARY KEY (source_id),
  constraint source_links_check CHECK (((last_error IS NULL) = (last_error_at IS NULL))),
  constraint source_links_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id)
);

create table source_marks (
  source_id bigint not null,
  done_up_to bigint not null,
  done bigint[] not null,
  constraint source_marks_pkey PRIMARY KEY (source_id),
  constraint source_marks_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id)
);

create table source_nonces (
  source_id bigint not null,
  nonce bytea not null,
  message bytea not null,
  seen_at timestamp with time zone not null,
  constraint source_nonces_pkey PRIMARY KEY (source_id, nonce)
);

create table sources (
  id bigint generated always as identity not null,
  kind text not null,
  name text not null,
  token_hash bytea not null,
  settings bytea not null,
  created_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  fault text,
  fault_at timestamp with time zone,
  constraint sources_pkey PRIMARY KEY (id),
  constraint sources_token_hash_key UNIQUE (token_hash)
);

create table supplier_returns (
  order_id integer not null,
  supplier text not null,
  ref text,
  created_at timestamp with time zone not null,
  next_at timestamp with time zone not null,
  tries integer default 0 not null,
  constraint supplier_returns_pkey PRIMARY KEY (order_id),
  constraint supplier_returns_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(order_id)
);

create table verifications (
  id bigint generated always as identity not null,
  account_id bigint not null,
  tier text not null,
  note_sealed bytea,
  file_name text,
  file_type text,
  file_sealed bytea,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  decided_by text,
  decided_at timestamp with time zone,
  decision text,
  reason text,
  erased_at timestamp with time zone,
  constraint verifications_pkey PRIMARY KEY (id),
  constraint verifications_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint verifications_check CHECK (((decided_at IS NULL) = (decision IS NULL))),
  constraint verifications_decision_check CHECK ((decision = ANY (ARRAY['accepted'::text, 'declined'::text]))),
  constraint verifications_tier_check CHECK ((tier = ANY (ARRAY['none'::text, 'email'::text, 'verified'::text, 'business'::text])))
);

create table wallets (
  id bigint generated always as identity not null,
  account_id bigint not null,
  mode text not null,
  currency text not null,
  spendable_minor bigint default 0 not null,
  held_minor bigint default 0 not null,
  revenue_minor bigint default 0 not null,
  funding_minor bigint default 0 not null,
  open_holds integer default 0 not null,
  posting_seq bigint default 0 not null,
  order_seq bigint default 0 not null,
  event_seq bigint default 0 not null,
  low_balance_minor bigint not null,
  max_open_orders integer,
  rents_since timestamp with time zone,
  rents integer default 0 not null,
  outcomes_day date,
  codes integer default 0 not null,
  fruitless integer default 0 not null,
  spent_day date,
  spent_minor bigint default 0 not null,
  constraint wallets_pkey PRIMARY KEY (id),
  constraint books_sum_to_zero CHECK (((((spendable_minor + held_minor) + revenue_minor) + funding_minor) = 0)),
  constraint wallets_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint wallets_account_id_mode_key UNIQUE (account_id, mode),
  constraint wallets_held_minor_check CHECK ((held_minor >= 0)),
  constraint wallets_max_open_orders_check CHECK ((max_open_orders >= 0)),
  constraint wallets_mode_check CHECK ((mode = ANY (ARRAY['live'::text, 'test'::text]))),
  constraint wallets_open_holds_check CHECK ((open_holds >= 0))
) with (fillfactor=50, autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=1000);

create sequence order_numbers as bigint;

CREATE UNIQUE INDEX abuse_entries_appeal ON public.abuse_entries USING btree (report_id, side) WHERE (kind = 'appeal'::text);
CREATE INDEX abuse_entries_decided ON public.abuse_entries USING btree (at) WHERE (kind = 'decision'::text);
CREATE INDEX abuse_entries_report ON public.abuse_entries USING btree (report_id, id);
CREATE INDEX abuse_reports_account ON public.abuse_reports USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX abuse_reports_created ON public.abuse_reports USING btree (created_at);
CREATE INDEX abuse_reports_kept ON public.abuse_reports USING btree (decided_at) WHERE (erased_at IS NULL);
CREATE INDEX abuse_reports_waiting ON public.abuse_reports USING btree (due_at) WHERE (state <> 'decided'::text);
CREATE UNIQUE INDEX accounts_username ON public.accounts USING btree (lower(username));
CREATE INDEX api_keys_created_by ON public.api_keys USING btree (created_by) WHERE (created_by IS NOT NULL);
CREATE INDEX api_keys_wallet ON public.api_keys USING btree (wallet_id);
CREATE INDEX attempts_subject ON public.attempts USING btree (subject, at);
CREATE INDEX audit_log_actor ON public.audit_log USING btree (split_part(actor, ' ('::text, 1), id);
CREATE UNIQUE INDEX audit_log_chain ON public.audit_log USING btree (chain_seq);
CREATE INDEX audit_log_removed ON public.audit_log USING btree (((detail ->> 'accountId'::text))) WHERE (action = 'member.remove'::text);
CREATE INDEX audit_log_subject ON public.audit_log USING btree (subject, id);
CREATE INDEX audit_log_unchained ON public.audit_log USING btree (id) WHERE (chain_seq IS NULL);
CREATE INDEX authority_requests_created ON public.authority_requests USING btree (created_at);
CREATE INDEX authority_requests_kept ON public.authority_requests USING btree (decided_at) WHERE (erased_at IS NULL);
CREATE INDEX authority_requests_notice_due ON public.authority_requests USING btree (notice_due_at) WHERE ((state = 'released'::text) AND (noticed_at IS NULL));
CREATE INDEX events_age ON public.events USING brin (created_at) WITH (pages_per_range='16', autosummarize='on');
CREATE INDEX idempotency_keys_age ON public.idempotency_keys USING brin (created_at) WITH (pages_per_range='16', autosummarize='on');
CREATE INDEX idempotency_keys_order ON public.idempotency_keys USING btree (order_id) WHERE (order_id IS NOT NULL);
CREATE INDEX invitations_account ON public.invitations USING btree (account_id);
CREATE INDEX invitations_created_by ON public.invitations USING btree (created_by) WHERE (created_by IS NOT NULL);
CREATE INDEX limit_counts_ended ON public.limit_counts USING btree (ends_at);
CREATE INDEX line_activity_from_at ON public.line_activity USING btree (from_at);
CREATE INDEX lines_down ON public.lines USING btree (id) WHERE (down_since IS NOT NULL);
CREATE INDEX long_messages_age ON public.long_messages USING brin (began_at) WITH (pages_per_range='16', autosummarize='on');
CREATE INDEX long_messages_due ON public.long_messages USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX long_messages_reference ON public.long_messages USING btree (source_id, number, sender, reference, began_at);
CREATE INDEX member_tokens_member ON public.member_tokens USING btree (member_id);
CREATE INDEX members_account ON public.members USING btree (account_id);
CREATE UNIQUE INDEX members_email ON public.members USING btree (lower(email)) WHERE (email_confirmed_at IS NOT NULL);
CREATE INDEX members_given_email ON public.members USING btree (lower(email)) WHERE (email_confirmed_at IS NULL);
CREATE UNIQUE INDEX members_username ON public.members USING btree (lower(username));
CREATE INDEX messages_age ON public.messages USING btree (received_at) WHERE (text_sealed IS NOT NULL);
CREATE INDEX messages_number ON public.messages USING btree (number, id);
CREATE UNIQUE INDEX messages_once ON public.messages USING btree (source_id, source_key, number);
CREATE INDEX messages_order ON public.messages USING btree (order_id, id) WHERE (order_id IS NOT NULL);
CREATE INDEX messages_source ON public.messages USING btree (source_id, id);
CREATE INDEX messages_unmatched ON public.messages USING btree (id) WHERE (state = 'unmatched'::text);
CREATE INDEX messages_unmatched_content ON public.messages USING btree (content) WHERE ((state = 'unmatched'::text) AND (content IS NOT NULL));
CREATE INDEX number_lines_ended ON public.number_lines USING btree (until) WHERE (until IS NOT NULL);
CREATE UNIQUE INDEX number_lines_now ON public.number_lines USING btree (number_id, line_id) WHERE (until IS NULL);
CREATE INDEX number_lines_of_line ON public.number_lines USING btree (line_id) WHERE (until IS NULL);
CREATE INDEX numbers_in_stock ON public.numbers USING btree (pool_id, country, id) WHERE (retired_at IS NULL);
CREATE INDEX orders_created ON public.orders USING btree (created_at, order_id);
CREATE INDEX orders_due ON public.orders USING btree (expires_at) WHERE (closed_at IS NULL);
CREATE INDEX orders_number ON public.orders USING btree (number, created_at);
CREATE UNIQUE INDEX orders_open ON public.orders USING btree (number, family_id) WHERE (closed_at IS NULL);
CREATE INDEX orders_placing ON public.orders USING btree (created_at) WHERE ((closed_at IS NULL) AND (number IS NULL));
CREATE UNIQUE INDEX orders_supplier_ref ON public.orders USING btree (supplier, supplier_ref) WHERE (supplier_ref IS NOT NULL);
CREATE INDEX outbox_account ON public.outbox USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX outbox_due ON public.outbox USING btree (next_at) WHERE (sent_at IS NULL);
CREATE INDEX passkeys_member ON public.passkeys USING btree (member_id);
CREATE INDEX postings_age ON public.postings USING brin (created_at) WITH (pages_per_range='16', autosummarize='on');
CREATE UNIQUE INDEX postings_hold ON public.postings USING btree (order_id, ((kind = 'hold'::text))) WHERE (kind = ANY (ARRAY['hold'::text, 'capture'::text, 'release'::text]));
CREATE UNIQUE INDEX postings_reference ON public.postings USING btree (lower(reference)) WHERE (reference IS NOT NULL);
CREATE INDEX pushes_due ON public.pushes USING btree (next_at);
CREATE INDEX pushes_of_session ON public.pushes USING btree (session_id);
CREATE INDEX request_accounts_account ON public.request_accounts USING btree (account_id);
CREATE UNIQUE INDEX request_releases_username ON public.request_releases USING btree (request_id, lower(username));
CREATE INDEX sandbox_messages_due ON public.sandbox_messages USING btree (due_at);
CREATE INDEX sessions_member ON public.sessions USING btree (member_id);
CREATE INDEX source_nonces_seen ON public.source_nonces USING btree (seen_at);
CREATE INDEX supplier_returns_due ON public.supplier_returns USING btree (next_at);
CREATE INDEX verifications_account ON public.verifications USING btree (account_id, id);
CREATE INDEX verifications_kept ON public.verifications USING btree (COALESCE(decided_at, asked_at)) WHERE (erased_at IS NULL);
CREATE UNIQUE INDEX verifications_open ON public.verifications USING btree (account_id) WHERE (decided_at IS NULL);

CREATE OR REPLACE FUNCTION public.forbid_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name;
end $function$
;
CREATE OR REPLACE FUNCTION public.forbid_deletion()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'rows of % are never deleted', tg_table_name;
end $function$
;
CREATE OR REPLACE FUNCTION public.guard_audit_entry()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.one_number(number text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN regexp_replace(number, '^(52)1(\d{10})$|^(54)9(\d{10})$'::text, '\1\2\3\4'::text)
;

CREATE TRIGGER api_keys_stay BEFORE DELETE OR TRUNCATE ON public.api_keys FOR EACH STATEMENT EXECUTE FUNCTION forbid_deletion();
CREATE TRIGGER audit_anchors_append_only BEFORE DELETE OR UPDATE ON public.audit_anchors FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER audit_anchors_not_emptied BEFORE TRUNCATE ON public.audit_anchors FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
CREATE TRIGGER audit_log_append_only BEFORE DELETE OR UPDATE ON public.audit_log FOR EACH ROW EXECUTE FUNCTION guard_audit_entry();
CREATE TRIGGER audit_log_not_emptied BEFORE TRUNCATE ON public.audit_log FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
CREATE TRIGGER numbers_stay BEFORE DELETE OR TRUNCATE ON public.numbers FOR EACH STATEMENT EXECUTE FUNCTION forbid_deletion();
CREATE TRIGGER orders_stay BEFORE DELETE OR TRUNCATE ON public.orders FOR EACH STATEMENT EXECUTE FUNCTION forbid_deletion();
CREATE TRIGGER pools_stay BEFORE DELETE OR TRUNCATE ON public.pools FOR EACH STATEMENT EXECUTE FUNCTION forbid_deletion();
CREATE TRIGGER postings_append_only BEFORE DELETE OR UPDATE ON public.postings FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER postings_not_emptied BEFORE TRUNCATE ON public.postings FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
CREATE TRIGGER services_stay BEFORE DELETE OR TRUNCATE ON public.services FOR EACH STATEMENT EXECUTE FUNCTION forbid_deletion();
CREATE TRIGGER sources_stay BEFORE DELETE OR TRUNCATE ON public.sources FOR EACH STATEMENT EXECUTE FUNCTION forbid_deletion();
CREATE TRIGGER wallets_stay BEFORE DELETE OR TRUNCATE ON public.wallets FOR EACH STATEMENT EXECUTE FUNCTION forbid_deletion();
