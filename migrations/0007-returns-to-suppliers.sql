-- Numbers that a supplier gave, or may have given, for an order that came to nothing: they go back to it, or it charges for them.

create table supplier_returns (
  order_id   int primary key references orders,
  supplier   text not null,
  ref        text, -- null: whether it took a number is not known, and it is asked
  created_at timestamptz not null,
  next_at    timestamptz not null,
  tries      int not null default 0
);
create index supplier_returns_due on supplier_returns (next_at);

-- What a supplier gave for one order is no other's, whatever it answers.
create unique index orders_supplier_ref on orders (supplier, supplier_ref) where supplier_ref is not null;
