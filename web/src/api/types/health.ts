import type { Job } from "./operator.ts";

export interface Health {
  database: { ok: boolean; milliseconds: number; version: string };
  hints: unknown;
  smtp: boolean;
  jobs: Job[];
  /** Whether the server has the key that texts and codes are sealed with. */
  encryption: boolean;
  encryption_key: "setting" | "file";
  checks: Record<string, { level: "ok" | "degraded" | "down"; state: string }>;
  node: string;
  migrations: string[];
  uptime_seconds: number;
  memory_mb: number;
  settings: { name: string; value: string; default: string; about: string }[];
}

export interface OutboxMail {
  id: number;
  created_at: string;
  to: string;
  subject: string;
  text: string | null;
  sent_at: string | null;
  error: string | null;
}
