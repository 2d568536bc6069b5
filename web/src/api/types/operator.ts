export interface DayFigures {
  orders: number;
  success: number | null;
  revenue: number;
  median_seconds: number | null;
  n: number;
}

export interface Overview {
  today: DayFigures;
  yesterday: DayFigures;
  currency: string;
  hours: { hour: string; orders: number; delivered: number; failed: number; revenue: number }[];
  table: {
    service: string;
    name: string;
    pool_id: number;
    pool: string;
    orders: number;
    delivered: number;
    failed: number;
    success: number | null;
    median_seconds: number | null;
    n: number;
  }[];
  sources: Source[];
  unmatched: number;
  jobs: Job[];
}

export interface Job {
  name: string;
  every_seconds: number;
  last_run_at: string | null;
  ok: boolean | null;
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
  text?: string | null;
  code?: string | null;
}

export interface AuditEntry {
  id: number;
  at: string;
  actor: string;
  action: string;
  subject: string;
  detail: unknown;
}
