-- A report with its decision, a request that was released, and what was refused on a day.

insert into abuse_reports (category, number, account_id, token_hash, contact_sealed, state, outcome, created_at, due_at, decided_at, appeal_until)
select 'fraud', '15550100001', min(id), '\x0a', '\x0b', 'decided', 'nothing', now(), now(), now(), now() from accounts;

insert into abuse_entries (report_id, at, kind, side, outcome, words_sealed)
select id, now(), 'decision', 'operator', 'nothing', '\x0c' from abuse_reports;

insert into authority_requests (authority, reference, legal_basis, scope, account_id, from_at, to_at, kinds, state, created_by, created_at, decided_at, notice_waits_because, notice_due_at)
select 'Police', 'P 1', 'Section 1', 'account', min(id), now() - interval '1 day', now(), '{account}', 'released', 'ada', now(), now(), 'An order', now() from accounts;

-- About the time to come, as was once possible, and one whose particulars were erased before everything of them was.
insert into authority_requests (authority, reference, legal_basis, scope, account_id, from_at, to_at, kinds, created_by, created_at)
select 'Police', 'P 2', 'Section 1', 'account', min(id), now() + interval '1 day', now() + interval '2 days', '{account}', 'ada (198.51.100.7)', now() from accounts;

insert into authority_requests (authority, legal_basis, scope, from_at, to_at, kinds, created_by, created_at, state, decided_at, erased_at)
values ('Police', 'Section 1', 'account', now() - interval '1 day', now(), '{account}', 'ada (198.51.100.7)', now(), 'refused', now(), now());

insert into request_releases (request_id, member_id, username, at)
select r.id, n, 'operator ' || n, now() from authority_requests r, generate_series(1, 2) n where r.reference = 'P 1';

insert into request_accounts (request_id, account_id) select id, account_id from authority_requests where reference = 'P 1';

insert into refusals (day, route, code, n) values ('2026-11-27', '/account/api/v1/rent', 'service_restricted', 3);
