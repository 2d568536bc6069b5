-- How far a table that a source writes has been read, and whether the time of a long message names its zone.

create table source_marks (
  source_id bigint primary key references sources (id),
  -- Rows with an id up to this one are done.
  done_up_to bigint not null,
  -- Those beyond it that are done: rows that are written at the same time are not committed in the order of their ids.
  done bigint[] not null
);

alter table long_messages add column time_has_zone boolean not null default false;
