import { useRef, useState } from "react";
import type { ImportReport } from "#answers/operator/numbers.ts";
import { sendImport } from "./send-import.ts";

/** A running import: how many lines of how many were read, and how to stop it. */
export function useImport() {
  const [progress, setProgress] = useState<{ read: number; total: number } | null>(null);
  const aborter = useRef<AbortController>(null);
  async function send(body: { pool: number; csv: string; dry_run: boolean }): Promise<ImportReport> {
    const total = body.csv.split(/\r\n?|\n/).filter((line) => line.trim() !== "").length - 1;
    aborter.current = new AbortController();
    setProgress({ read: 0, total });
    try {
      return await sendImport(body, (read) => setProgress({ read, total }), aborter.current.signal);
    } finally {
      setProgress(null);
    }
  }
  return { progress, send, stop: () => aborter.current?.abort() };
}
