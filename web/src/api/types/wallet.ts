export interface Wallet {
  balance: number;
  held: number;
  currency: string;
  low_balance: number;
}

export interface StatementRow {
  seq: number;
  time: string;
  kind: string;
  order_id: string | null;
  in: number | null;
  out: number | null;
  /** What moved, also where it was not the spendable balance. */
  amount: number;
  balance_after: number;
  reason: string | null;
  /** What names the payment elsewhere. */
  reference: string | null;
}

export interface Limits {
  /** 0: no limit. */
  requests_per_ten_seconds: number;
  open_orders: number;
  window_seconds: number;
  cancel_after_seconds: number;
}

export interface Spending {
  total: number;
  services: { service: string; name: string; spent: number; orders: number }[];
  days: { day: string; spent: number; orders: number }[];
}

export interface Key {
  id: number;
  name: string;
  key: string;
  mode: "live" | "test";
  scopes: string[];
  allowed_ips: string[];
  daily_cap: number | null;
  created_at: string;
  /** The member who made it; null: nobody of the team, or nobody any more. */
  created_by: { id: number; username: string } | null;
  expires_at: string | null;
  revoked_at: string | null;
  last_used_at: string | null;
  last_used_ip: string | null;
}
