-- One SMS counts once and whole: parts are remembered after they were joined and belong to the orders of their time; the same text again is known by a keyed hash.

-- ── the parts of long messages ────────────────────────────────────────────────────────────────────────────────

alter table message_parts rename to parts_before;
alter table parts_before rename constraint message_parts_pkey to parts_before_pkey;

-- A message that comes in parts: being gathered until it is closed, then remembered, so that a part that comes again
-- is known.
create table long_messages (
  id         bigint generated always as identity primary key,
  source_id  bigint not null references sources,
  number     text not null,
  sender     text not null,
  reference  text not null, -- the network's; it is used again, after 256 messages or at once
  total      int not null check (total between 2 and 255),
  order_ids  int[] not null, -- the orders on the number when it began: it is for one of these or for nobody
  began_at   timestamptz not null,
  sent_at    timestamptz, -- as the carrier says of the part that came first
  stray      boolean not null default false, -- the rest of it came before the number was rented to somebody else
  closed_at  timestamptz, -- all of it is here, or no more of it is waited for
  due_at     timestamptz -- when it is handed over with what is there; null: it was, for good
);
create index long_messages_reference on long_messages (source_id, number, sender, reference, began_at);
create index long_messages_due on long_messages (due_at) where due_at is not null;
create index long_messages_age on long_messages using brin (began_at) with (pages_per_range = 16, autosummarize = on);

create table message_parts (
  long_message_id bigint not null references long_messages on delete cascade,
  part            int not null check (part between 1 and 255),
  source_key      text, -- the source's own id for it
  content         bytea, -- keyed hash of what it says
  charset         text not null, -- of raw_sealed; 'text': the text itself, of before this migration
  raw_sealed      bytea, -- bytes in base64; null once the message has them
  received_at     timestamptz not null,
  primary key (long_message_id, part)
);

insert into long_messages (source_id, number, sender, reference, total, order_ids, began_at, due_at)
select p.source_id, p.number, p.sender, p.reference, p.total,
  array(
    select o.order_id from orders o
    where o.number = p.number and o.created_at <= p.began_at
      and (o.closed_at is null or o.closed_at > p.began_at - interval '24 hours')),
  p.began_at, p.began_at
from (
  select source_id, number, sender, reference, total, min(received_at) as began_at
  from parts_before where total > 1 group by 1, 2, 3, 4, 5
) p;
insert into message_parts (long_message_id, part, charset, raw_sealed, received_at)
select l.id, p.part, 'text', p.text_sealed, p.received_at
from parts_before p join long_messages l using (source_id, number, sender, reference, total);
drop table parts_before;

-- ── messages ──────────────────────────────────────────────────────────────────────────────────────────────────

alter table messages
  add column content    bytea, -- keyed hash of number, sender and text; null where every message counts
  add column sent_at    timestamptz, -- as the carrier says
  add column part_count smallint, -- of a message that came in parts: those that are here
  add column part_total smallint,
  add constraint messages_parts check ((part_count is null) = (part_total is null) and part_count between 1 and part_total);

-- Ids that a source makes of the text are the same for two numbers.
create unique index messages_once on messages (source_id, source_key, number);
alter table messages drop constraint messages_source_id_source_key_key;

-- What nobody was given is no order's, so this is how the same text is found again.
create index messages_unmatched_content on messages (content) where state = 'unmatched' and content is not null;
