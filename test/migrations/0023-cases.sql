-- A report with its decision, a request that was released, and what was refused on a day.

insert into abuse_reports (category, number, account_id, token_hash, contact_sealed, state, outcome, created_at, due_at, decided_at, appeal_until)
select 'fraud', '15550100001', min(id), '\x0a', '\x0b', 'decided', 'nothing', now(), now(), now(), now() from accounts;

insert into abuse_entries (report_id, at, kind, side, outcome, words_sealed)
select id, now(), 'decision', 'operator', 'nothing', '\x0c' from abuse_reports;

insert into authority_requests (authority, reference, legal_basis, scope, account_id, from_at, to_at, kinds, state, created_by, created_at, decided_at, notice_waits_because, notice_due_at)
select 'Police', 'P 1', 'Section 1', 'account', min(id), now() - interval '1 day', now(), '{account}', 'released', 'ada', now(), now(), 'An order', now() from accounts;

insert into request_releases (request_id, member_id, username, at)
select r.id, n, 'operator ' || n, now() from authority_requests r, generate_series(1, 2) n;

insert into request_accounts (request_id, account_id) select id, account_id from authority_requests;

insert into refusals (day, route, code, n) values ('2026-11-27', '/account/api/v1/rent', 'service_restricted', 3);
