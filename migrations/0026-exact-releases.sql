-- Cases: requests are about the past, notices say whom they reached, suspensions and deadlines belong to their decision.

-- A request is for what has happened: an open end would let out later what nobody was told of.
-- One that was wholly about the future is about its last second now.
update authority_requests set to_at = created_at, from_at = least(from_at, created_at - interval '1 second')
where to_at > created_at;
alter table authority_requests
  add constraint authority_requests_past check (to_at <= created_at),
  -- How many customers the notice reached; stays when the customers themselves are erased.
  add column customers_told int,
  -- Null once the case's particulars are erased.
  alter column created_by drop not null,
  alter column legal_basis drop not null;
update authority_requests set created_by = split_part(created_by, ' (', 1);
update authority_requests set created_by = null, legal_basis = null where erased_at is not null;

-- How many letters a customer got; null: not told yet, or before letters were counted.
alter table request_accounts add column letters int;

-- Two different people, also if one of them was added a second time.
create unique index request_releases_username on request_releases (request_id, lower(username));

alter table abuse_reports
  -- The suspension (accounts.suspended_at) that rests on this case; null: none, or somebody else made it.
  add column suspension_at timestamptz;
update abuse_reports r set suspension_at = a.suspended_at
from accounts a where a.id = r.account_id and r.outcome = 'account_suspended' and a.suspended_at = r.decided_at;

-- When a decision was due: the case's own day moves with an appeal.
alter table abuse_entries add column due_at timestamptz;
update abuse_entries e set due_at = r.due_at
from abuse_reports r where r.id = e.report_id and e.kind = 'decision' and e.at = r.decided_at;
