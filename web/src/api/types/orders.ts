export type OrderStatus = "PENDING" | "RECEIVED" | "FINISHED" | "CANCELLED" | "EXPIRED";

export interface Country {
  country: string;
  name: string;
  dial_code: string;
  services: number;
  count: number;
}

export interface Service {
  service_id: string;
  service_name: string;
  price: number;
  count: number;
  success_rate: number | null;
}

export interface Pool {
  pool: string;
  name: string;
  success_rate: number | null;
  price: number;
  count: number;
  sample_size: number;
  median_seconds: number | null;
  p95_seconds: number | null;
}

export interface Rented {
  order_id: string;
  number: string;
  price: number;
  service: string;
  country: string;
}

export interface ListedOrder {
  id: number;
  order_id: string;
  service: string;
  number: string;
  status: OrderStatus;
  price: number;
  country: string;
  provider: string;
  pool: string;
  sms_code: string | null;
  created_at: string;
  expires_at: string;
}

export interface Message {
  id: number;
  text: string | null;
  code: string | null;
  sender: string;
  service: string | null;
  received_at: string;
  late?: boolean;
  /** Parts of it are missing. */
  incomplete?: boolean;
  seconds: number;
}

export interface TimelineEntry {
  at: string;
  what: string;
  amount: number | null;
  note: string | null;
}

export interface OrderDetails {
  order: {
    order_id: string;
    service: string;
    service_name: string;
    country: string;
    provider: string;
    pool: string;
    pool_name: string;
    number: string;
    status: OrderStatus;
    price: number;
    created_at: string;
    expires_at: string;
    cancellable_at: string;
    closed_at: string | null;
    report_reason: string | null;
    sms_code: string | null;
  };
  timeline: TimelineEntry[];
  messages: Message[];
  /** Codes and texts are for those who may rent. */
  codes_hidden: boolean;
}
