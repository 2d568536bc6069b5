-- Rows as the first version wrote them: an order in every status, every kind of message, money that moved every way.
-- Texts and codes are sealed with the key of the tests (test/helpers/app.ts); keys and passwords are nobody's.

insert into installation (name, value) values
  ('order id key', 'dbdd2aa2-a809-4bd9-bc61-44bec8581332');

insert into accounts (id, username, created_at, suspended_at) overriding system value values
  ('1', 'shop', '2026-11-25 21:35:32.207+00', NULL),
  ('2', 'rival', '2026-11-25 21:35:32.266+00', NULL);
select setval(pg_get_serial_sequence('accounts', 'id'), (select max(id) from accounts));

insert into members (id, account_id, username, role, password_hash, created_at) overriding system value values
  ('1', NULL, 'operator', 'operator', '$argon2id$v=19$m=19456,t=2,p=1$mhsSPKB+YR/ZLgQc6nR/RQ$DgW8u4GLof1rbalCR+Xz0/ak4iZTX8/f1Sc6kiOiBs4', '2026-11-25 21:35:33.057058+00');
select setval(pg_get_serial_sequence('members', 'id'), (select max(id) from members));

insert into wallets (id, account_id, mode, currency, spendable_minor, held_minor, revenue_minor, funding_minor, open_holds, posting_seq, order_seq, event_seq, low_balance_minor) overriding system value values
  ('1', '1', 'live', 'NGN', '365000', '45000', '90000', '-500000', '1', '8', '4', '5', '50000'),
  ('2', '1', 'test', 'NGN', '99910000', '45000', '45000', '-100000000', '1', '6', '3', '1', '50000'),
  ('3', '2', 'live', 'NGN', '100000', '0', '0', '-100000', '0', '3', '1', '1', '50000'),
  ('4', '2', 'test', 'NGN', '100000000', '0', '0', '-100000000', '0', '1', '0', '0', '50000');
select setval(pg_get_serial_sequence('wallets', 'id'), (select max(id) from wallets));

insert into api_keys (id, wallet_id, name, hash, hint, scopes, allowed_ips, daily_cap_minor, created_at, expires_at, revoked_at, last_used_at, last_used_ip) overriding system value values
  ('1', '1', 'default', E'\\xa6d57ff9c6bfff95a0324ca9e86c671ac298d4c42d1c4bdb498024c55febbc4c', 'zap_live_…ZIdK', '{rent}', '{}', '1000000', '2026-11-25 21:35:32.207+00', NULL, NULL, NULL, NULL),
  ('2', '2', 'default', E'\\xe31401418cf338f9d9f1c10d8fbbfd29a9c9c6a571780aaa0c33057c946a9007', 'zap_test_…EOtr', '{rent}', '{}', NULL, '2026-11-25 21:35:32.207+00', NULL, NULL, NULL, NULL),
  ('3', '3', 'default', E'\\x9876c7757777fac373aa8f83931b091ce866c4f85068ca9dea155ea3e2df73f1', 'zap_live_…GNj8', '{rent}', '{}', NULL, '2026-11-25 21:35:32.266+00', NULL, NULL, NULL, NULL),
  ('4', '4', 'default', E'\\x08be167f58b68bf57e4271568e7a50bac8a634d0798289f6cd1beba321de0e52', 'zap_test_…Smw0', '{rent}', '{}', NULL, '2026-11-25 21:35:32.266+00', NULL, NULL, NULL, NULL);
select setval(pg_get_serial_sequence('api_keys', 'id'), (select max(id) from api_keys));

insert into key_spending (key_id, day, spent_minor) values
  ('1', '2026-11-24', '45000');

insert into countries (code, name, dial_code) values
  ('GB', 'United Kingdom', '44'),
  ('US', 'United States', '1');

insert into services (id, slug, name, category, restricted) overriding system value values
  ('1250', 'paypal', 'PayPal', 'payments', 'true'),
  ('1622', 'telegram', 'Telegram', 'messenger', 'false'),
  ('1809', 'whatsapp', 'WhatsApp', 'messenger', 'false'),
  ('1916', 'test-late-code', 'Test: the code comes late', 'sandbox', 'false'),
  ('1918', 'test-supplier-down', 'Test: supplier down', 'sandbox', 'false'),
  ('656', 'google', 'Google', 'software', 'false');
select setval(pg_get_serial_sequence('services', 'id'), (select max(id) from services));

insert into service_aliases (alias, service_id) values
  ('eh', '1622'),
  ('telegram-2-0', '1622'),
  ('telegram20', '1622'),
  ('tg', '1622'),
  ('wa', '1809');

insert into pools (id, mode, provider, name, supplier, price_minor, late_messages, created_at, retired_at) overriding system value values
  ('1', 'live', 'global', 'Standard Pool', 'inventory', '45000', 'free', '2026-11-25 21:35:31.505+00', NULL),
  ('2', 'live', 'usa', 'USA Pool', 'inventory', '45000', 'free', '2026-11-25 21:35:31.505+00', NULL),
  ('3', 'test', 'global', 'Sandbox Pool', 'sandbox', '45000', 'free', '2026-11-25 21:35:31.505+00', NULL),
  ('4', 'test', 'usa', 'Sandbox USA Pool', 'sandbox', '45000', 'free', '2026-11-25 21:35:31.505+00', NULL);
select setval(pg_get_serial_sequence('pools', 'id'), (select max(id) from pools));

insert into prices (pool_id, country, service_id, price_minor) values
  ('1', 'US', '1622', '42000');

insert into outcomes (pool_id, country, service_id, day, delivered, failed, seconds) values
  ('1', 'US', '1809', '2026-11-24', '3', '1', '{1,1,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0}');

insert into sources (id, kind, name, token_hash, settings, created_at, retired_at) overriding system value values
  ('1', 'sandbox', 'sandbox', E'\\xc88d395fd8c693cad6f1c65bad7e7820957684f1b32dfebb1a358e1aa675bbfe', E'\\x9530201e888fe113119f498ca67acba7e5560e749f0511a7f97e71ca0877', '2026-11-25 21:35:31.545+00', NULL),
  ('2', 'generic', 'test', E'\\x1e01df7e69dd809e8db1d97bb96c36fda87a8b31da84120e9ba34d01d3cf156e', E'\\xa5e9f068cde070af212a72cf55991271ad274b747eeb05a1fb952a058288c7f9ae3be825187fa75eee7d768ff67b62c524f4332e99e336cebd5deb0fe9ecb0dd3d7232e24e815ef8ad35ad66aa9b433914fe74cfdb23fac0ff6028f311125cf6e155186492fb811903ee8c14981eac', '2026-11-25 21:35:32.285+00', NULL);
select setval(pg_get_serial_sequence('sources', 'id'), (select max(id) from sources));

insert into numbers (id, number, pool_id, country, area_code, line_type, created_at, retired_at) overriding system value values
  ('1', '15550100000', '1', 'US', '555', 'mobile', '2026-11-25 21:35:32.282+00', NULL),
  ('2', '15550100001', '1', 'US', '555', 'mobile', '2026-11-25 21:35:32.282+00', NULL),
  ('3', '15550100002', '1', 'US', '555', 'mobile', '2026-11-25 21:35:32.282+00', NULL),
  ('4', '15550100003', '1', 'US', '555', 'mobile', '2026-11-25 21:35:32.282+00', NULL),
  ('5', '15550100004', '1', 'US', '555', 'mobile', '2026-11-25 21:35:32.282+00', NULL),
  ('6', '15550100005', '1', 'US', '555', 'mobile', '2026-11-25 21:35:32.282+00', NULL);
select setval(pg_get_serial_sequence('numbers', 'id'), (select max(id) from numbers));

insert into number_uses (number_id, service_id, pool_id, country, rests_until) values
  ('3', '1622', '1', 'US', '2026-11-25 21:45:32.616+00'),
  ('5', '1622', '1', 'US', '2026-11-25 21:57:12.789+00'),
  ('5', '1809', '1', 'US', '2026-12-25 21:35:32.545+00'),
  ('6', '1622', '1', 'US', 'infinity'),
  ('6', '1809', '1', 'US', 'infinity');

insert into orders (order_id, wallet_id, seq, key_id, service_id, country, provider, pool_id, number_id, number, supplier, supplier_ref, duration, status, price_minor, created_at, expires_at, cancellable_at, ended_at, closed_at, resend_at, report_reason, message_count, code_sealed) values
  ('1099510377', '1', '4', '1', '1622', 'US', 'global', '1', '6', '15550100005', 'inventory', NULL, 'generic', 'PENDING', '45000', '2026-11-25 21:47:12.923+00', '2026-11-25 21:57:12.923+00', '2026-11-25 21:47:12.923+00', NULL, NULL, NULL, NULL, '0', NULL),
  ('1269636837', '1', '3', '1', '1809', 'US', 'global', '1', '6', '15550100005', 'inventory', NULL, 'generic', 'RECEIVED', '45000', '2026-11-25 21:47:12.854+00', '2026-11-25 21:57:12.854+00', '2026-11-25 21:47:12.854+00', '2026-11-25 21:47:12.89+00', NULL, NULL, NULL, '1', E'\\x00677c228b5afc1cc87db98e9138cf78a0e0e7d91cd502736437dc4be604bb7875a76a'),
  ('1562162898', '2', '2', '2', '1918', 'US', 'global', '3', NULL, NULL, 'sandbox', NULL, 'generic', 'FAILED', '45000', '2026-11-25 21:47:12.972+00', '2026-11-25 21:57:12.972+00', '2026-11-25 21:47:12.972+00', '2026-11-25 21:47:12.979+00', '2026-11-25 21:47:12.979+00', NULL, NULL, '0', NULL),
  ('1658806582', '2', '3', '2', '1916', 'US', 'global', '3', NULL, '18805554738', 'sandbox', '1658806582', 'generic', 'PENDING', '45000', '2026-11-25 21:47:12.999+00', '2026-11-25 21:47:23.003+00', '2026-11-25 21:47:12.999+00', NULL, NULL, NULL, NULL, '0', NULL),
  ('168171626', '2', '1', '2', '1809', 'US', 'global', '3', NULL, '14425559283', 'sandbox', '168171626', 'generic', 'RECEIVED', '45000', '2026-11-25 21:47:12.938+00', '2026-11-25 21:57:12.938+00', '2026-11-25 21:47:12.938+00', '2026-11-25 21:47:12.958+00', NULL, NULL, NULL, '1', E'\\x4a96955701b9584397b9aaf5955c0d31db213492ed234bedb288c4b120656e73295c'),
  ('1745905002', '1', '2', '1', '1622', 'US', 'global', '1', '3', '15550100002', 'inventory', NULL, 'generic', 'CANCELLED', '45000', '2026-11-25 21:35:32.598+00', '2026-11-25 21:45:32.598+00', '2026-11-25 21:35:32.598+00', '2026-11-25 21:35:32.616+00', '2026-11-25 21:35:32.616+00', NULL, NULL, '0', NULL),
  ('480529296', '3', '1', '3', '1622', 'US', 'global', '1', '5', '15550100004', 'inventory', NULL, 'generic', 'EXPIRED', '45000', '2026-11-25 21:35:32.632+00', '2026-11-25 21:45:32.632+00', '2026-11-25 21:35:32.632+00', '2026-11-25 21:47:12.789+00', '2026-11-25 21:47:12.789+00', NULL, NULL, '0', NULL),
  ('882453246', '1', '1', '1', '1809', 'US', 'global', '1', '5', '15550100004', 'inventory', NULL, 'generic', 'FINISHED', '45000', '2026-11-25 21:35:32.305+00', '2026-11-25 21:45:32.305+00', '2026-11-25 21:35:32.305+00', '2026-11-25 21:35:32.456+00', '2026-11-25 21:35:32.545+00', NULL, NULL, '2', E'\\x037d3f61e137104c6b2b10df17081841b190fb0fe6587cf47f54f7b7dc6d7a7bd80e6c');

insert into postings (wallet_id, seq, kind, debit, credit, amount_minor, spendable_after_minor, order_id, reason, created_at) values
  ('1', '1', 'credit', 'funding', 'spendable', '500000', '500000', NULL, 'opening balance', '2026-11-25 21:35:32.207+00'),
  ('1', '2', 'hold', 'spendable', 'held', '45000', '455000', '882453246', NULL, '2026-11-25 21:35:32.305+00'),
  ('1', '3', 'capture', 'held', 'revenue', '45000', '455000', '882453246', NULL, '2026-11-25 21:35:32.456+00'),
  ('1', '4', 'hold', 'spendable', 'held', '45000', '410000', '1745905002', NULL, '2026-11-25 21:35:32.598+00'),
  ('1', '5', 'release', 'held', 'spendable', '45000', '455000', '1745905002', NULL, '2026-11-25 21:35:32.616+00'),
  ('1', '6', 'hold', 'spendable', 'held', '45000', '410000', '1269636837', NULL, '2026-11-25 21:47:12.854+00'),
  ('1', '7', 'capture', 'held', 'revenue', '45000', '410000', '1269636837', NULL, '2026-11-25 21:47:12.89+00'),
  ('1', '8', 'hold', 'spendable', 'held', '45000', '365000', '1099510377', NULL, '2026-11-25 21:47:12.923+00'),
  ('2', '1', 'credit', 'funding', 'spendable', '100000000', '100000000', NULL, 'play money', '2026-11-25 21:35:32.207+00'),
  ('2', '2', 'hold', 'spendable', 'held', '45000', '99955000', '168171626', NULL, '2026-11-25 21:47:12.938+00'),
  ('2', '3', 'capture', 'held', 'revenue', '45000', '99955000', '168171626', NULL, '2026-11-25 21:47:12.958+00'),
  ('2', '4', 'hold', 'spendable', 'held', '45000', '99910000', '1562162898', NULL, '2026-11-25 21:47:12.972+00'),
  ('2', '5', 'release', 'held', 'spendable', '45000', '99955000', '1562162898', NULL, '2026-11-25 21:47:12.979+00'),
  ('2', '6', 'hold', 'spendable', 'held', '45000', '99910000', '1658806582', NULL, '2026-11-25 21:47:12.999+00'),
  ('3', '1', 'credit', 'funding', 'spendable', '100000', '100000', NULL, 'opening balance', '2026-11-25 21:35:32.266+00'),
  ('3', '2', 'hold', 'spendable', 'held', '45000', '55000', '480529296', NULL, '2026-11-25 21:35:32.632+00'),
  ('3', '3', 'release', 'held', 'spendable', '45000', '100000', '480529296', NULL, '2026-11-25 21:47:12.789+00'),
  ('4', '1', 'credit', 'funding', 'spendable', '100000000', '100000000', NULL, 'play money', '2026-11-25 21:35:32.266+00');

insert into idempotency_keys (wallet_id, key, input_hash, order_id, answer, created_at) values
  ('1', 'order-4711', E'\\x9195e9f3cfd6d537531dd19d87d1959fcd02a0fbb0e5b877dcc0a7a1da3cb6ff', '1099510377', NULL, '2026-11-25 21:47:12.923+00');

insert into messages (id, source_id, source_key, number, sender, order_id, state, reason, service, text_sealed, code_sealed, received_at) overriding system value values
  ('1', '2', 'm1', '15550100004', 'WhatsApp', '882453246', 'delivered', NULL, 'whatsapp', E'\\x9b5aa7464e932e79e2d354296397cbd984264998e8d65115a99e522f88e95c24fedc86b550bff825936432d37bc53519366c31cdbf89a03324', E'\\x037d3f61e137104c6b2b10df17081841b190fb0fe6587cf47f54f7b7dc6d7a7bd80e6c', '2026-11-25 21:35:32.456+00'),
  ('2', '2', 'm2', '15550100004', 'WhatsApp', '882453246', 'late', NULL, 'whatsapp', E'\\xe85add78e78803fced9315997b20cba7ae671148c8e61b1b16a4f0900851ac6f0ebaa6ef28372329116047f36254f5586194f54d32be94aa78', E'\\xd19b9b3192fab1bd00f107b803dde6775eb1f3682da4ace7b5ff5fca68215c23f5549d', '2026-11-25 21:35:32.565+00'),
  ('3', '2', 'm3', '15550100005', 'WhatsApp', '1269636837', 'delivered', NULL, 'whatsapp', E'\\xa03838d060e1a2aa2a3af96f6246be8e0b66f7981b2f10f1d1d3d2873a985a1e19900ffa229789bc40eea0654c134a3275b55563c2155b4055', E'\\x00677c228b5afc1cc87db98e9138cf78a0e0e7d91cd502736437dc4be604bb7875a76a', '2026-11-25 21:47:12.89+00'),
  ('4', '2', 'm4', '15550100005', 'PayPal', NULL, 'unmatched', 'restricted_service', 'paypal', E'\\x04f5c65e5f7a614a0474d2e5e86732200a5651030e32138e88708f52d60a4de1905442534b0127bcbc242f89b3bf7c301497dea4e18cb180dfec3c078a77e87c', E'\\xd6d7989054c28d35394ed1219e30f2cabbf9b47c30c7281ab74b4ba22c8952abba54', '2026-11-25 21:47:12.907+00'),
  ('5', '2', 'm5', '15559990000', 'WhatsApp', NULL, 'unmatched', 'no_order', 'whatsapp', E'\\x1a681b29d5418cb204710e89dac6fc96e10fbd3398ab9ff254cba1476443e5b54c673d67bf5ee4e013e440bff7cc', E'\\xa014015d31e56f2586b529f9729a28769f9e980b63526acf36865fb2ac568017', '2026-11-25 21:47:12.913+00'),
  ('6', '1', '575a8d82-6af0-4edd-8af2-ba36776bba16', '14425559283', 'WhatsApp', '168171626', 'delivered', NULL, 'whatsapp', E'\\x87bcd81601321840d2f6789caa76477ba2505a2b2c18e1604be9d6313bd5a2e593b159bd78a21890398d65fb849e7b91547d0757901ecc3c', E'\\x4a96955701b9584397b9aaf5955c0d31db213492ed234bedb288c4b120656e73295c', '2026-11-25 21:47:12.958+00');
select setval(pg_get_serial_sequence('messages', 'id'), (select max(id) from messages));

insert into message_parts (source_id, number, sender, reference, part, total, text_sealed, received_at) values
  ('2', '15550100005', '32665', 'r1', '1', '2', E'\\xfbe787705d27fa12196a66bf62cade880177ffb6c2129ac9d365a875b5eafa6e376206afb4eb97', '2026-11-25 21:35:33.058341+00');

insert into events (wallet_id, seq, type, order_id, message_id, data, created_at) values
  ('1', '1', 'order.received', '882453246', '1', NULL, '2026-11-25 21:35:32.456+00'),
  ('1', '2', 'order.finished', '882453246', NULL, NULL, '2026-11-25 21:35:32.545+00'),
  ('1', '3', 'order.received', '882453246', '2', NULL, '2026-11-25 21:35:32.565+00'),
  ('1', '4', 'order.cancelled', '1745905002', NULL, NULL, '2026-11-25 21:35:32.616+00'),
  ('1', '5', 'order.received', '1269636837', '3', NULL, '2026-11-25 21:47:12.89+00'),
  ('2', '1', 'order.received', '168171626', '6', NULL, '2026-11-25 21:47:12.958+00'),
  ('3', '1', 'order.expired', '480529296', NULL, NULL, '2026-11-25 21:47:12.789+00');

insert into sandbox_messages (id, order_id, due_at, sender, text_sealed) overriding system value values
  ('1', '1658806582', '2026-11-25 21:47:26.003+00', 'Verify', E'\\xf68b83a649ac756a5826b38c406abe1878de7988423b571e0d78e6c94b21d2a54094399cfe8d5f9d7436a21c1dcc95e83586c36f027c896f705ebb0625e2bfc1928baa5d76c14e65098d0aace7e2da3e577400bd78259c3a7b3908df10958e27ff91b50ab3f4b043308a565c35fed73b446321abbf0c3274d8e128725b851ae7418687');
select setval(pg_get_serial_sequence('sandbox_messages', 'id'), (select max(id) from sandbox_messages));

insert into audit_log (id, at, actor, action, subject, detail) overriding system value values
  ('1', '2026-11-25 21:35:32.207+00', 'test', 'account.create', 'account 1', '{"username": "user1-19271", "balanceMinor": 500000}'),
  ('2', '2026-11-25 21:35:32.207+00', 'test', 'key.create', 'key 1', '{"hint": "zap_live_…ZIdK", "scopes": ["rent"]}'),
  ('3', '2026-11-25 21:35:32.207+00', 'test', 'key.create', 'key 2', '{"hint": "zap_test_…EOtr", "scopes": ["rent"]}'),
  ('4', '2026-11-25 21:35:32.266+00', 'test', 'account.create', 'account 2', '{"username": "user2-19271", "balanceMinor": 100000}'),
  ('5', '2026-11-25 21:35:32.266+00', 'test', 'key.create', 'key 3', '{"hint": "zap_live_…GNj8", "scopes": ["rent"]}'),
  ('6', '2026-11-25 21:35:32.266+00', 'test', 'key.create', 'key 4', '{"hint": "zap_test_…Smw0", "scopes": ["rent"]}'),
  ('7', '2026-11-25 21:35:32.285+00', 'test', 'source.create', 'source 2', '{"kind": "generic", "name": "test"}');
select setval(pg_get_serial_sequence('audit_log', 'id'), (select max(id) from audit_log));

select setval('order_numbers', 8);

-- A rent that was broken off while the sandbox was asked for a number.
insert into orders (order_id, wallet_id, seq, service_id, country, provider, pool_id, supplier, duration, status, price_minor, created_at, expires_at, cancellable_at)
select 77, w.id, w.order_seq + 1, s.id, 'US', 'global', p.id, p.supplier, 'generic', 'PLACING', 45000, now() - interval '1 hour', now() - interval '40 minutes', now() - interval '1 hour'
from wallets w, services s, pools p where w.id = 2 and s.slug = 'whatsapp' and p.mode = 'test' and p.provider = 'global';
insert into postings (wallet_id, seq, kind, debit, credit, amount_minor, spendable_after_minor, order_id, created_at)
select id, posting_seq + 1, 'hold', 'spendable', 'held', 45000, spendable_minor - 45000, 77, now() - interval '1 hour' from wallets where id = 2;
update wallets set spendable_minor = spendable_minor - 45000, held_minor = held_minor + 45000, open_holds = open_holds + 1,
  posting_seq = posting_seq + 1, order_seq = order_seq + 1 where id = 2;
