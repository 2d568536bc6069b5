-- Without SMTP the operator passes letters on: those whose link was used or is no longer valid, or that the operator dismissed, wait no more.

alter table outbox add column link_hash bytea, -- of the link in it, as member_tokens and invitations keep it
  add column dismissed_at timestamptz;
