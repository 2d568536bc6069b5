export interface DayFigures {
  orders: number;
  success: number | null;
  revenue: number;
  /** Revenue less what the numbers cost. */
  margin: number;
  median_seconds: number | null;
  delivered: number;
  failed: number;
  n: number;
}

export interface Overview {
  today: DayFigures;
  yesterday: DayFigures;
  currency: string;
  /** When the figures of today, and those of the table, begin. */
  since: { today: string; table: string };
  hours: (DayFigures & { hour: string })[];
  table: PoolServiceFigures[];
  sources: Source[];
  suppliers: Supplier[];
  unmatched: number;
  silent_lines: number;
  letters: number;
  jobs: Job[];
}

export interface PoolServiceFigures extends DayFigures {
  service: string;
  name: string;
  pool_id: number;
  pool: string;
}

export interface Supplier {
  supplier: string;
  orders: number;
  delivered: number;
  failed: number;
  last_code_at: string | null;
}

export interface Job {
  name: string;
  every_seconds: number;
  last_run_at: string | null;
  ok: boolean | null;
  last_milliseconds: number | null;
  turns: number;
  failures: number;
}

export interface Source {
  id: number;
  kind: string;
  name: string;
  created_at: string;
  retired_at: string | null;
  last_message_at: string | null;
  messages_today: number;
  unmatched_today: number;
}

export interface Customer {
  id: number;
  username: string;
  currency: string;
  balance: number;
  held: number;
  orders: number;
  created_at: string;
  suspended_at: string | null;
  closed_at: string | null;
  /** Closed with money that is to be paid out. */
  awaits_pay_out: boolean;
  email: string | null;
}

export interface OperatorOrder {
  id: number;
  cursor: string;
  order_id: string;
  account_id: number;
  username: string;
  mode: "live" | "test";
  service: string;
  country: string;
  provider: string;
  pool: string;
  number: string | null;
  status: string;
  price: number;
  cost: number;
  pool_id: number;
  supplier: string;
  created_at: string;
  expires_at: string;
  closed_at: string | null;
  messages: number;
}

export interface OperatorMessage {
  id: number;
  number: string;
  sender: string;
  state: string;
  reason: string | null;
  service: string | null;
  source: string;
  order_id: string | null;
  received_at: string;
  /** Parts of it are missing. */
  incomplete?: boolean;
  text?: string | null;
  code?: string | null;
}

export interface AuditEntry {
  id: number;
  at: string;
  actor: string;
  ip: string | null;
  action: string;
  subject: string;
  detail: unknown;
}
