import type { OperatorMessage, OperatorOrder } from "./operator.ts";

export interface NumberRow {
  id: number;
  number: string;
  pool_id: number;
  pool: string;
  country: string;
  area_code: string | null;
  line_type: string | null;
  state: "free" | "rented" | "resting" | "retired";
  rented_for: string[];
  resting_for: { service: string; until: string }[];
  created_at: string;
  retired_at: string | null;
  last_message_at: string | null;
}

export interface NumberHistory {
  number: NumberRow;
  orders: OperatorOrder[];
  messages: OperatorMessage[];
}

export interface ImportRemark {
  line: number;
  number: string;
  reason: string;
}

export interface ImportResult {
  read: number;
  /** Lines with nothing on them. */
  empty: number;
  added: number;
  duplicates: ImportRemark[];
  rejected: ImportRemark[];
  dry_run: boolean;
  more?: number;
}

export interface StockPool {
  id: number;
  name: string;
  mode: "live" | "test";
  provider: string;
  supplier: string;
  price: number;
  /** What a number that brought a code costs. */
  cost: number;
  late_messages: string;
  numbers: number;
  overrides: number;
  created_at: string;
  retired_at: string | null;
}

export interface PoolPrice {
  country: string | null;
  service: string | null;
  price: number;
  /** Null: what the pool costs. */
  cost: number | null;
}

export interface PriceCheck {
  prices: PoolPrice[];
  faults: { line: number; field: string; message: string }[];
}

export interface CatalogService {
  slug: string;
  name: string;
  category: string;
  restricted: boolean;
  aliases: string[];
}
