-- A line that is down, the numbers heard through it, and what it heard.

insert into lines (source_id, name, created_at, heard_at, down_since, down_by, down_reason, usual_gap_seconds)
select min(id), 'slot 1', now(), now(), now(), 'operator', 'SIM blocked', 3600 from sources;

insert into number_lines (number_id, line_id, since) select min(n.id), min(l.id), now() from numbers n, lines l;

insert into line_activity (line_id, from_at, messages, timed, lag_milliseconds, longest_lag_milliseconds)
select id, date_trunc('hour', now()), 3, 2, 5000, 4000 from lines;
