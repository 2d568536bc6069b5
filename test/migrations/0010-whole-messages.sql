insert into long_messages (id, source_id, number, sender, reference, total, order_ids, began_at, sent_at, closed_at, due_at) overriding system value values
  (1001, 2, '15550100005', '32665', '7', 2, '{}', '2026-11-25 21:35:33+00', '2026-11-25 21:35:30+00', '2026-11-25 21:35:34+00', null);
select setval(pg_get_serial_sequence('long_messages', 'id'), (select max(id) from long_messages));

insert into message_parts (long_message_id, part, source_key, content, charset, raw_sealed, received_at) values
  (1001, 1, 'p1', E'\\x00112233445566778899aabbccddeeff', 'utf-16le', null, '2026-11-25 21:35:33+00'),
  (1001, 2, 'p2', E'\\xffeeddccbbaa99887766554433221100', 'utf-16le', null, '2026-11-25 21:35:34+00');

insert into messages (source_id, source_key, number, sender, order_id, state, reason, service, text_sealed, code_sealed, received_at, content, sent_at, part_count, part_total) values
  (2, 'parts 1001', '15550100005', '32665', null, 'unmatched', 'no_order', null, null, null, '2026-11-25 21:35:34+00', E'\\x0102030405060708090a0b0c0d0e0f10', '2026-11-25 21:35:30+00', 2, 2);
