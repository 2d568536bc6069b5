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
  balance_after: number;
  reason: string | null;
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
  expires_at: string | null;
  revoked_at: string | null;
  last_used_at: string | null;
  last_used_ip: string | null;
}
