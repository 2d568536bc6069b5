-- A registered number, one that was taken out, what was erased a day ago, and a key for certificates.

insert into number_register (number_id, owner, legal_basis, reference, since, recorded_at)
select min(id), 'Our Ltd', 'contract with the carrier', 'REG-1', '2026-01-02', now() from numbers;

insert into erasures (day, kind, erased) values ('2026-11-25', 'texts', 12);

insert into certificate_keys (public_key, private_sealed, created_at) values ('\x01', '\x02', now());
