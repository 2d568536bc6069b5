-- Cases: reports of abuse with their decisions and appeals, requests of authorities, and how often what was refused.

create table abuse_reports (
  id bigint generated always as identity primary key,
  category text not null check (category in ('fraud', 'harassment', 'my_number', 'illegal', 'other')),
  -- Digits; null once the case's particulars are erased, like everything else about people.
  number text,
  -- When it happened, as the reporter says.
  happened_at timestamptz,
  -- The customer whom the decision is about.
  account_id bigint references accounts (id),
  -- SHA-256 of the token in the reporter's link.
  token_hash bytea unique,
  -- The reporter's address and link.
  contact_sealed bytea,
  state text not null default 'open' check (state in ('open', 'decided', 'appealed')),
  outcome text check (outcome in ('number_retired', 'account_suspended', 'nothing')),
  created_at timestamptz not null,
  -- When a decision, about the report or an appeal, is due.
  due_at timestamptz not null,
  decided_at timestamptz,
  -- Until when both sides may appeal.
  appeal_until timestamptz,
  erased_at timestamptz,
  constraint abuse_reports_decided check ((state = 'open') = (outcome is null) and (outcome is null) = (decided_at is null))
);
create index abuse_reports_account on abuse_reports (account_id) where account_id is not null;
create index abuse_reports_waiting on abuse_reports (due_at) where state <> 'decided';
create index abuse_reports_kept on abuse_reports (decided_at) where erased_at is null;
create index abuse_reports_created on abuse_reports (created_at);

-- What was said in a case, in order.
create table abuse_entries (
  id bigint generated always as identity primary key,
  report_id bigint not null references abuse_reports (id),
  at timestamptz not null,
  kind text not null check (kind in ('report', 'decision', 'appeal')),
  side text not null check (side in ('reporter', 'customer', 'operator')),
  -- Of a decision.
  outcome text check (outcome in ('number_retired', 'account_suspended', 'nothing')),
  -- The report or appeal, or the reasons of a decision for each side.
  words_sealed bytea,
  constraint abuse_entries_outcome check ((kind = 'decision') = (outcome is not null))
);
create unique index abuse_entries_appeal on abuse_entries (report_id, side) where kind = 'appeal';
create index abuse_entries_report on abuse_entries (report_id, id);
create index abuse_entries_decided on abuse_entries (at) where kind = 'decision';

create table authority_requests (
  id bigint generated always as identity primary key,
  authority text not null,
  -- Null once the case's particulars are erased, like the number and the account.
  reference text,
  legal_basis text not null,
  scope text not null check (scope in ('number', 'account')),
  number text,
  account_id bigint references accounts (id),
  from_at timestamptz not null,
  to_at timestamptz not null,
  kinds text[] not null,
  state text not null default 'open' check (state in ('open', 'released', 'refused')),
  created_by text not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  refused_because text,
  -- Why the customer is not told yet, and when that ends.
  notice_waits_because text,
  notice_due_at timestamptz,
  noticed_at timestamptz,
  erased_at timestamptz,
  constraint authority_requests_scope check (erased_at is not null or (scope = 'number') = (number is not null)
    and (scope = 'account') = (account_id is not null)),
  constraint authority_requests_period check (from_at < to_at),
  constraint authority_requests_decided check ((state = 'open') = (decided_at is null)),
  constraint authority_requests_notice check ((notice_waits_because is null) = (notice_due_at is null))
);
create index authority_requests_notice_due on authority_requests (notice_due_at)
  where state = 'released' and noticed_at is null;
create index authority_requests_kept on authority_requests (decided_at) where erased_at is null;
create index authority_requests_created on authority_requests (created_at);

-- Who released a request: two operators, never one of them twice.
create table request_releases (
  request_id bigint not null references authority_requests (id),
  -- Stays when the operator's access is removed.
  member_id bigint not null,
  username text not null,
  at timestamptz not null,
  primary key (request_id, member_id)
);

-- The customers whom a released request is about.
create table request_accounts (
  request_id bigint not null references authority_requests (id),
  account_id bigint not null references accounts (id),
  primary key (request_id, account_id)
);
create index request_accounts_account on request_accounts (account_id);

-- How many requests were refused on a day (UTC), by route and code.
create table refusals (
  day date not null,
  route text not null,
  code text not null,
  n bigint not null,
  primary key (day, route, code)
);
