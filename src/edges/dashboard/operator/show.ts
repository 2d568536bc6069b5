import type { ListedAction } from "../../../domain/audit/queries.ts";
import type { InboxRow } from "../../../domain/messages/inbox/queries.ts";
import type { Revealed } from "../../../domain/messages/reveal.ts";
import type { Customer } from "../../../domain/accounts/queries.ts";
import type { InventoryNumber } from "../../../domain/numbers/inventory/queries.ts";
import type { OperatorOrder } from "../../../domain/orders/lists/queries.ts";
import type { PoolFigures } from "../../../domain/pools/queries.ts";
import type { SourceFigures } from "../../../domain/sources/queries.ts";
import type { SupplierFigures } from "../../../domain/suppliers/queries.ts";
import { moneyJson } from "../../../kit/money.ts";
import type { JobRun } from "../../../domain/monitoring/job-run.ts";
import { timeOrNull } from "../show.ts";
import type { Customer as ShownCustomer } from "../answers/operator/customers.ts";
import type { OperatorMessage } from "../answers/operator/messages.ts";
import type { InventoryNumber as ShownNumber } from "../answers/operator/numbers.ts";
import type { OperatorOrder as ShownOrder } from "../answers/operator/orders.ts";
import type { Supplier } from "../answers/operator/overview.ts";
import type { Pool } from "../answers/operator/pools.ts";
import type { Source } from "../answers/operator/sources.ts";
import type { AuditEntry, Job } from "../answers/operator/system.ts";

export const showCustomer = (customer: Customer): ShownCustomer => ({
  id: customer.id,
  username: customer.username,
  email: customer.email,
  currency: customer.currency,
  balance: moneyJson(customer.spendableMinor),
  held: moneyJson(customer.heldMinor),
  orders: customer.orders,
  created_at: customer.createdAt.toISOString(),
  suspended_at: timeOrNull(customer.suspendedAt),
  closed_at: timeOrNull(customer.closedAt),
  awaits_pay_out: customer.awaitsPayOut,
});

export const showOperatorOrder = (order: OperatorOrder): ShownOrder => ({
  id: order.seq,
  order_id: String(order.orderId),
  account_id: order.accountId,
  username: order.username,
  mode: order.mode,
  service: order.service,
  service_name: order.serviceName,
  country: order.country,
  provider: order.provider,
  pool_id: order.poolId,
  pool: order.pool,
  number: order.number,
  status: order.status as ShownOrder["status"],
  price: moneyJson(order.priceMinor),
  cost: moneyJson(order.costMinor),
  supplier: order.supplier,
  created_at: order.createdAt.toISOString(),
  expires_at: order.expiresAt.toISOString(),
  closed_at: timeOrNull(order.closedAt),
  messages: order.messageCount,
  cursor: `${order.createdAt.toISOString()}|${order.orderId}`,
});

/** Texts are only included if they were revealed. */
export const showInboxMessage = (
  message: Revealed<Omit<InboxRow, "serviceName"> & { serviceName?: string | null }>,
): OperatorMessage => ({
  id: message.id,
  number: message.number,
  sender: message.sender,
  state: message.state,
  reason: message.reason,
  service: message.service,
  ...(message.serviceName === undefined ? {} : { service_name: message.serviceName }),
  source: message.source,
  order_id: message.orderId === null ? null : String(message.orderId),
  received_at: message.receivedAt.toISOString(),
  ...(message.incomplete ? { incomplete: true } : {}),
  ...(message.text === undefined ? {} : { text: message.text, code: message.code }),
});

export const showNumber = (number: InventoryNumber): ShownNumber => ({
  id: number.id,
  number: number.number,
  pool_id: number.poolId,
  pool: number.pool,
  country: number.country,
  area_code: number.areaCode,
  line_type: number.lineType,
  state: number.state,
  rented_for: number.rentedFor,
  resting_for: number.restingFor.map(({ services, until }) => ({
    services,
    until: new Date(until).toISOString(),
  })),
  created_at: number.createdAt.toISOString(),
  retired_at: timeOrNull(number.retiredAt),
  last_message_at: timeOrNull(number.lastMessageAt),
});

export const showPool = (pool: PoolFigures): Pool => ({
  id: pool.id,
  name: pool.name,
  mode: pool.mode,
  provider: pool.provider,
  supplier: pool.supplier,
  price: moneyJson(pool.priceMinor),
  cost: moneyJson(pool.costMinor),
  late_messages: pool.lateMessages,
  numbers: pool.numbers,
  overrides: pool.overrides,
  created_at: pool.createdAt.toISOString(),
  retired_at: timeOrNull(pool.retiredAt),
});

export const showSource = (source: SourceFigures): Source => ({
  id: source.id,
  kind: source.kind,
  name: source.name,
  created_at: source.createdAt.toISOString(),
  retired_at: timeOrNull(source.retiredAt),
  last_message_at: timeOrNull(source.lastMessageAt),
  messages_today: source.messagesToday,
  unmatched_today: source.unmatchedToday,
  fault:
    source.fault === null || source.faultAt === null
      ? null
      : { text: source.fault, at: source.faultAt.toISOString() },
  link: source.link && {
    bound_since: timeOrNull(source.link.boundSince),
    last_error: source.link.lastError,
    last_error_at: timeOrNull(source.link.lastErrorAt),
  },
});

/** Splits `name (address)`, as access.ts writes the actor, into its two parts. */
export function showAction({ actor, at, subjectName, ...action }: ListedAction): AuditEntry {
  const told = action.detail["ip"];
  const [, name = actor, ip = null] = /^(.*) \(([0-9a-fA-F.:]+)\)$/.exec(actor) ?? [];
  return {
    ...action,
    subject_name: subjectName,
    at: at.toISOString(),
    actor: name,
    ip: ip ?? (typeof told === "string" ? told : null),
  };
}

export const showJob = (run: JobRun): Job => ({
  name: run.name,
  every_seconds: run.everySeconds,
  last_run_at: timeOrNull(run.lastRunAt),
  ok: run.ok,
  last_milliseconds: run.lastMilliseconds === null ? null : Math.round(run.lastMilliseconds),
  turns: run.turns,
  failures: run.failures,
});

export const showSupplier = (figures: SupplierFigures): Supplier => ({
  supplier: figures.supplier,
  orders: figures.orders,
  delivered: figures.delivered,
  failed: figures.failed,
  last_code_at: timeOrNull(figures.lastCodeAt),
});
