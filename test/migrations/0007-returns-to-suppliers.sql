-- Rows for what 0007 added: a number that goes back, and one of which nobody knows whether it was taken.
insert into supplier_returns (order_id, supplier, ref, created_at, next_at, tries)
select order_id, 'sandbox', case when row_number() over (order by order_id) = 1 then 'ref-1' end, now(), now(), 2
from orders order by order_id limit 2;
