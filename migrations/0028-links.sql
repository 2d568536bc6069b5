-- Links to carriers (SMPP): which process holds each, until when, and how it is.

create table source_links (
  source_id bigint primary key references sources (id),
  -- The process that holds it; it extends the lease every few seconds.
  owner text not null,
  held_until timestamptz not null,
  -- Null: not bound.
  bound_since timestamptz,
  -- What last ended it, or kept it from being bound; stays when it is bound again.
  last_error text,
  last_error_at timestamptz,
  check ((last_error is null) = (last_error_at is null))
);
