import type { Supplier } from "#answers/operator/overview.ts";
import type { Source } from "#answers/operator/sources.ts";

const dayMilliseconds = 86_400_000;

/** A source in use that has received messages before, but none for a day. */
export const isSilent = ({ retired_at: retired, last_message_at: at }: Source): boolean =>
  retired === null && at !== null && Date.now() - Date.parse(at) > dayMilliseconds;

export function sourceState(source: Source): "good" | "bad" | "idle" {
  if (source.retired_at !== null || source.last_message_at === null) return "idle";
  return isSilent(source) ? "bad" : "good";
}

/** A supplier is good if codes come, and bad if orders end without any. */
export function supplierState({ delivered, failed }: Supplier): "good" | "bad" | "idle" {
  if (delivered === 0 && failed === 0) return "idle";
  return delivered === 0 ? "bad" : "good";
}
