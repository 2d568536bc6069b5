-- Lines: what numbers are heard through, whether each is up, and how much and how late it hears.

create table lines (
  id bigint generated always as identity primary key,
  source_id bigint not null references sources (id),
  -- The source's own name for it: a device, a port, the ICCID of a SIM. Empty: the source as a whole.
  name text not null,
  created_at timestamptz not null,
  heard_at timestamptz,
  down_since timestamptz,
  -- `operator`: until an operator ends it. `link`: until the line is heard again, or says that it is up.
  down_by text check (down_by in ('operator', 'link')),
  down_reason text,
  -- The longest that it is usually silent; null until it has been heard often enough.
  usual_gap_seconds integer,
  unique (source_id, name),
  check ((down_since is null) = (down_by is null))
);
create index lines_down on lines (id) where down_since is not null;

create table number_lines (
  number_id bigint not null references numbers (id),
  line_id bigint not null references lines (id),
  since timestamptz not null,
  until timestamptz
);
create unique index number_lines_now on number_lines (number_id, line_id) where until is null;
create index number_lines_of_line on number_lines (line_id) where until is null;
create index number_lines_ended on number_lines (until) where until is not null;

-- What a line heard in ten minutes.
create table line_activity (
  line_id bigint not null references lines (id),
  from_at timestamptz not null,
  messages integer not null,
  -- Of those with a time of the network: how many, their sum and their longest way from it to us.
  timed integer not null,
  lag_milliseconds bigint not null,
  longest_lag_milliseconds integer not null,
  primary key (line_id, from_at)
);
create index line_activity_from_at on line_activity (from_at);

-- The last call of a source that could not be used.
alter table sources add column fault text, add column fault_at timestamptz;
