import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { t } from "../../../texts/t.ts";
import type { Call } from "../../../samples/calls.ts";

export interface RunResult {
  status: number;
  milliseconds: number;
  text: string;
}

/** Calls the documented API with a key, as a program would: without cookies. */
export function useRun() {
  const [result, setResult] = useState<RunResult | null>(null);
  const [busy, setBusy] = useState(false);
  const [orderId, setOrderId] = useState<string | null>(null);
  const client = useQueryClient();

  async function start({ method, path, body }: Call, key: string): Promise<void> {
    setBusy(true);
    const began = performance.now();
    const took = (): number => Math.round(performance.now() - began);
    try {
      const response = await fetch(`/account/api/v1${path}`, {
        method,
        credentials: "omit",
        headers: { authorization: `Bearer ${key}`, ...(body ? { "content-type": "application/json" } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const text = await response.text();
      setResult({ status: response.status, milliseconds: took(), text: pretty(text) });
      const rented = /"order_id":"(\d+)"/.exec(text)?.[1];
      if (path === "/rent" && response.ok && rented) setOrderId(rented);
      if (method === "POST") void client.invalidateQueries();
    } catch {
      setResult({ status: 0, milliseconds: took(), text: t.errors.offline });
    } finally {
      setBusy(false);
    }
  }

  return { result, busy, orderId, start };
}

/** Indented without being parsed into numbers, which would drop the decimals of amounts: 450.00. */
function pretty(json: string): string {
  let depth = 0;
  const line = (): string => `\n${"  ".repeat(depth)}`;
  return json.replace(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g, (token) => {
    if (token === "{" || token === "[") return token + (depth++, line());
    if (token === "}" || token === "]") return (depth--, line()) + token;
    if (token === ",") return token + line();
    return token === ":" ? ": " : token;
  });
}
