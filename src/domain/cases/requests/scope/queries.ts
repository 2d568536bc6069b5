import type { Queryable } from "../../../../kit/db.ts";
import { formsOf } from "../../../../kit/one-number.ts";
import type { AuthorityRequest } from "../request.ts";

// Exactly what a request names: its number or account, its time [from, to), and nothing else.

type Scope = Pick<AuthorityRequest, "accountId" | "number" | "from" | "to">;

/** The account, or the forms of the number; and the time. The same parameters for every statement. */
const scopeOf = ({ accountId, number, from, to }: Scope): unknown[] => [
  accountId,
  number === null ? null : formsOf(number),
  from,
  to,
];

/** Of a number, only what is live: a number of the sandbox is nobody's, also if there is a real one like it. */
const isAbout = (number: string): string =>
  `(w.account_id = $1 or (${number} = any($2::text[]) and coalesce(w.mode, 'live') = 'live'))`;

/** Orders that were open in the time. */
const fromOrders = `from orders o join wallets w on w.id = o.wallet_id
  where ${isAbout("o.number")} and o.created_at < $4 and (o.closed_at is null or o.closed_at >= $3)`;

/** Of a number, all that came in on it; of an account, what came for its orders. */
const fromMessages = `from messages m left join orders o on o.order_id = m.order_id left join wallets w on w.id = o.wallet_id
  where ${isAbout("m.number")} and m.received_at >= $3 and m.received_at < $4`;

/** Of a number, the postings of its orders; of an account, all. */
const fromPostings = `from postings p join wallets w on w.id = p.wallet_id left join orders o on o.order_id = p.order_id
  where ${isAbout("o.number")} and p.created_at >= $3 and p.created_at < $4`;

/** What happened at the end of the time or later had not happened yet. */
const untilEnd = (column: string): string => `case when ${column} < $4 then ${column} end`;

/** The accounts whose data leaves with a request, by its kinds: a late message or charge may come after its order. */
export async function listAccountsConcerned(
  db: Queryable,
  request: Scope & Pick<AuthorityRequest, "kinds">,
): Promise<number[]> {
  const rows = await db.rows<{ id: number }>(
    `select $1::bigint as id where $1::bigint is not null
     union select w.account_id ${fromOrders} and $5::text[] && '{account,orders}'
     union select w.account_id ${fromMessages} and w.account_id is not null and 'messages' = any($5)
     union select w.account_id ${fromPostings} and 'payments' = any($5)`,
    [...scopeOf(request), request.kinds],
  );
  return rows.map(({ id }) => id);
}

export function accountsInScope(db: Queryable, request: Scope, limit: number): Promise<object[]> {
  return db.rows(
    `select a.id as account_id, a.username as account, a.created_at as opened_at,
       ${untilEnd("a.closed_at")} as closed_at, ${untilEnd("a.suspended_at")} as suspended_at,
       coalesce((select json_agg(json_build_object('username', m.username, 'email', m.email,
           'email_confirmed', coalesce(m.email_confirmed_at < $4, false), 'role', m.role, 'member_since', m.created_at)
           order by m.id)
         from members m where m.account_id = a.id and m.created_at < $4), '[]') as members
     from accounts a where a.id = $1 or a.id in (select w.account_id ${fromOrders}) order by a.id limit $5`,
    [...scopeOf(request), limit],
  );
}

/** An order that was open at the end of the time has no status and no end. */
export function ordersInScope(db: Queryable, request: Scope, limit: number): Promise<object[]> {
  return db.rows(
    `select o.order_id, o.account_id, o.mode, s.slug as service, o.country, o.number,
       case when o.closed_at < $4 then o.status end as status, o.created_at as rented_at,
       ${untilEnd("o.closed_at")} as ended_at,
       (select count(*)::int from messages m
        where m.order_id = o.order_id and m.received_at >= $3 and m.received_at < $4) as messages
     from (select o.*, w.account_id, w.mode ${fromOrders}) o join services s on s.id = o.service_id
     order by o.created_at, o.order_id limit $5`,
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

export function messagesInScope(db: Queryable, request: Scope, limit: number): Promise<ScopeMessage[]> {
  return db.rows(
    `select m.source_id as "sourceId", m.source_key as "sourceKey", m.number, m.order_id as "orderId", m.sender,
       m.received_at as "receivedAt", m.text_sealed as "textSealed"
     ${fromMessages} order by m.id limit $5`,
    [...scopeOf(request), limit],
  );
}

export function paymentsInScope(db: Queryable, request: Scope, limit: number): Promise<object[]> {
  return db.rows(
    `select w.account_id, w.mode, w.currency, p.kind, p.amount_minor, p.order_id, p.reason, p.reference, p.created_at as at
     ${fromPostings} order by p.created_at, p.wallet_id, p.seq limit $5`,
    [...scopeOf(request), limit],
  );
}

export function sessionsInScope(db: Queryable, request: Scope, limit: number): Promise<object[]> {
  return db.rows(
    `select m.username, s.created_at as began_at, least(s.last_seen_at, $4) as last_seen_at, host(s.ip) as ip, s.user_agent
     from sessions s join members m on m.id = s.member_id
     where m.account_id = $1 and $2::text[] is null and s.created_at < $4 and s.last_seen_at >= $3 order by s.id limit $5`,
    [...scopeOf(request), limit],
  );
}
