-- A pool that was tried in vain.

insert into pool_tries (wallet_id, pool_id, tries, counted_at) values (1, 1, 2, now() - interval '1 hour');
