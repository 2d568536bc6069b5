import type { Queryable } from "../../../../kit/db.ts";
import { formsOf } from "../../../../kit/one-number.ts";
import type { AuthorityRequest } from "../request.ts";

// Exactly what a request names: its number or account, its time [from, to), and nothing else.

/** The account, or the forms of the number; and the time. The same parameters for every statement. */
const scopeOf = ({ accountId, number, from, to }: AuthorityRequest): unknown[] => [
  accountId,
  number === null ? null : formsOf(number),
  from,
  to,
];

/** Order `o` of wallet `w`, which was open in the time. */
const isInScope = `(w.account_id = $1 or o.number = any($2::text[]))
  and o.created_at < $4 and (o.closed_at is null or o.closed_at >= $3)`;

const accounts = `select $1::bigint as id where $1::bigint is not null
  union select w.account_id from orders o join wallets w on w.id = o.wallet_id where ${isInScope}`;

export function accountsInScope(db: Queryable, request: AuthorityRequest, limit: number): Promise<object[]> {
  return db.rows(
    `select a.id as account_id, a.username as account, a.created_at as opened_at, a.closed_at, a.suspended_at,
       coalesce((select json_agg(json_build_object('username', m.username, 'email', m.email,
           'email_confirmed', m.email_confirmed_at is not null, 'role', m.role, 'member_since', m.created_at) order by m.id)
         from members m where m.account_id = a.id), '[]') as members
     from accounts a where a.id in (${accounts}) order by a.id limit $5`,
    [...scopeOf(request), limit],
  );
}

export function ordersInScope(db: Queryable, request: AuthorityRequest, limit: number): Promise<object[]> {
  return db.rows(
    `select o.order_id, w.account_id, w.mode, s.slug as service, o.country, o.number, o.status,
       o.created_at as rented_at, o.closed_at as ended_at, o.message_count as messages
     from orders o join wallets w on w.id = o.wallet_id join services s on s.id = o.service_id
     where ${isInScope} order by o.created_at, o.order_id limit $5`,
    [...scopeOf(request), limit],
  );
}

export interface ScopeMessage {
  sourceId: number;
  sourceKey: string;
  number: string;
  orderId: number | null;
  sender: string;
  receivedAt: Date;
  textSealed: Buffer | null;
}

/** Of a number, all that came in on it; of an account, what came for its orders. */
export function messagesInScope(
  db: Queryable,
  request: AuthorityRequest,
  limit: number,
): Promise<ScopeMessage[]> {
  return db.rows(
    `select m.source_id as "sourceId", m.source_key as "sourceKey", m.number, m.order_id as "orderId", m.sender,
       m.received_at as "receivedAt", m.text_sealed as "textSealed"
     from messages m left join orders o on o.order_id = m.order_id left join wallets w on w.id = o.wallet_id
     where (w.account_id = $1 or m.number = any($2::text[])) and m.received_at >= $3 and m.received_at < $4
     order by m.id limit $5`,
    [...scopeOf(request), limit],
  );
}

/** Of a number, the postings of its orders; of an account, all. */
export function paymentsInScope(db: Queryable, request: AuthorityRequest, limit: number): Promise<object[]> {
  return db.rows(
    `select w.account_id, w.mode, w.currency, p.kind, p.amount_minor, p.order_id, p.reason, p.reference, p.created_at as at
     from postings p join wallets w on w.id = p.wallet_id left join orders o on o.order_id = p.order_id
     where (w.account_id = $1 or o.number = any($2::text[])) and p.created_at >= $3 and p.created_at < $4
     order by p.created_at, p.wallet_id, p.seq limit $5`,
    [...scopeOf(request), limit],
  );
}

export function sessionsInScope(db: Queryable, request: AuthorityRequest, limit: number): Promise<object[]> {
  return db.rows(
    `select m.username, s.created_at as began_at, s.last_seen_at, host(s.ip) as ip, s.user_agent
     from sessions s join members m on m.id = s.member_id
     where m.account_id = $1 and $2::text[] is null and s.created_at < $4 and s.last_seen_at >= $3 order by s.id limit $5`,
    [...scopeOf(request), limit],
  );
}

/** Entries of the audit log by the account's people or about it. */
export function actionsInScope(db: Queryable, request: AuthorityRequest, limit: number): Promise<object[]> {
  return db.rows(
    `with people as (select id, username from members where account_id = $1)
     select l.at, l.actor, l.action, l.subject, l.detail from audit_log l
     where $2::text[] is null and l.at >= $3 and l.at < $4
       and (split_part(l.actor, ' (', 1) in (select username from people)
         or l.subject in (select 'member ' || id from people) or l.subject = 'account ' || $1::bigint)
     order by l.id limit $5`,
    [...scopeOf(request), limit],
  );
}
