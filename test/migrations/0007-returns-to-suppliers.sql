-- A number that goes back to its supplier, of an order that came to nothing.

insert into supplier_returns (order_id, supplier, ref, created_at, next_at, tries)
select order_id, supplier, null, now(), now() + interval '1 hour', 1 from orders where status = 'FAILED';
