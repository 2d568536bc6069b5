-- Where the chain ended a day ago.

insert into audit_anchors (day, chain_seq, chain_hash, at)
values ('2026-11-25', 1, decode(repeat('ab', 32), 'hex'), now() - interval '1 day');
