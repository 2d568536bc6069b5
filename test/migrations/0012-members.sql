-- Somebody who must change the password, whose key and invitation are known to be theirs, a payment with its reference, an
-- account that closed with money to be paid out.

update members set must_change_password = true where username = 'developer';
update api_keys set created_by = (select id from members where username = 'developer') where id = 1;
insert into invitations (account_id, email, role, token_hash, created_at, expires_at, created_by)
select 1, 'viewer@zapotp.example', 'viewer', '\x1708'::bytea, now(), now() + interval '7 days', id from members where username = 'shop';
update accounts set pay_out_to_sealed = (select text_sealed from messages where id = 1) where id = 2;
