-- A nonce of a source.

insert into source_nonces (source_id, nonce, message, seen_at) values (1, '\x01', '\x02', now());
