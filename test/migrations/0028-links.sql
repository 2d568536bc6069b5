insert into source_links (source_id, owner, held_until, bound_since, last_error, last_error_at)
select id, 'a process', now() - interval '1 hour', null, 'enquire_link was not answered within 10 s', now() - interval '2 hours'
from sources order by id limit 1;
