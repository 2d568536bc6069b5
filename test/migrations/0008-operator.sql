-- Costs, and a limit of one wallet's own.

update pools set cost_minor = 12000 where id = 1;
update prices set cost_minor = 11000;
update wallets set max_open_orders = 50 where id = 1;
