-- A browser that is told of codes, and one push that is due.

insert into push_subscriptions (session_id, endpoint_hash, target_sealed, created_at)
select min(id), '\x01', '\x02', now() from sessions;

insert into push_cursors (wallet_id, seq) select min(id), 0 from wallets;

insert into pushes (session_id, order_id, service, mode, has_code, created_at, next_at)
select session_id, 1, 'WhatsApp', 'live', true, now(), now() from push_subscriptions;
