import { secondBounds } from "../../domain/catalog/outcomes.ts";
import type { LineCounts } from "../../domain/lines/count-states.ts";
import type { ShopMetrics } from "../../domain/monitoring/read-metrics.ts";
import type { DayOutcomes, SourceAge } from "../../domain/monitoring/queries.ts";
import type { Collected, Value } from "./collected.ts";

export interface ShopState {
  /** Null while the database does not answer: unknown metrics are left out. */
  figures: () => Promise<ShopMetrics | null>;
  sources: () => Promise<SourceAge[]>;
  /** Lines that are down or silent; null while the database does not answer. */
  lines: () => Promise<LineCounts | null>;
}

/**
 * The state of the shop, read from the database: every process reports the same values, so take the maximum, not the
 * sum. Counters are reset each midnight (UTC), which rate() and increase() handle.
 */
export function shopMetrics({ figures, sources, lines }: ShopState): Collected[] {
  const figure =
    (type: Collected["type"]) =>
    (name: string, help: string, show: (known: ShopMetrics) => Value[]): Collected => ({
      name,
      help,
      type,
      read: async () => {
        const known = await figures();
        return known ? show(known) : [];
      },
    });
  const gauge = figure("gauge");
  const counter = figure("counter");
  return [
    gauge("zapotp_open_orders", "Open orders by status and supplier.", ({ open }) =>
      open.map(({ status, supplier, orders }) => ({ labels: { status, supplier }, value: orders })),
    ),
    counter(
      "zapotp_orders_ended_total",
      "Orders that ended today, with a code (delivered) or without (failed).",
      ({ today }) =>
        today.flatMap(({ supplier, delivered, failed }) => [
          { labels: { supplier, outcome: "delivered" }, value: delivered },
          { labels: { supplier, outcome: "failed" }, value: failed },
        ]),
    ),
    figure("histogram")(
      "zapotp_code_seconds",
      "Time from the rent to the first code, of today's orders.",
      ({ today }) => today.flatMap(codeSeconds),
    ),
    gauge(
      "zapotp_unmatched_messages",
      "Messages that were given to nobody and can still be handed on.",
      ({ waiting }) => [{ value: waiting.unmatched }],
    ),
    gauge(
      "zapotp_letters_waiting",
      "Letters that are not sent yet, and those of them whose last try failed.",
      ({ waiting }) => [
        { labels: { state: "due" }, value: waiting.letters - waiting.failedLetters },
        { labels: { state: "failed" }, value: waiting.failedLetters },
      ],
    ),
    gauge(
      "zapotp_numbers",
      "Numbers of our own in stock, rented and resting ones included.",
      ({ waiting }) => [{ value: waiting.numbers }],
    ),
    gauge("zapotp_money_minor", "Sums of all wallets' ledgers, in minor units.", ({ ledgers }) =>
      ledgers.flatMap(({ currency, mode, spendableMinor, heldMinor, revenueMinor, fundingMinor }) =>
        Object.entries({
          spendable: spendableMinor,
          held: heldMinor,
          revenue: revenueMinor,
          funding: fundingMinor,
        }).map(([ledger, value]) => ({ labels: { currency, mode, ledger }, value })),
      ),
    ),
    counter("zapotp_postings_total", "Postings of all wallets, ever.", ({ ledgers }) =>
      ledgers.map(({ currency, mode, postings }) => ({ labels: { currency, mode }, value: postings })),
    ),
    gauge(
      "zapotp_held_mismatch_minor",
      "What wallets hold, less the price of the orders it is held for: zero when the books are right.",
      ({ heldMismatchMinor }) => [{ value: heldMismatchMinor }],
    ),
    {
      name: "zapotp_lines",
      help: "Lines that are down, and lines that are silent for longer than usual.",
      type: "gauge",
      read: async () => {
        const known = await lines();
        return known
          ? [
              { labels: { state: "down" }, value: known.down },
              { labels: { state: "silent" }, value: known.silent },
            ]
          : [];
      },
    },
    {
      name: "zapotp_source_last_message_timestamp_seconds",
      help: "When a source was last heard; one that never was: when it was made.",
      type: "gauge",
      read: async () =>
        (await sources()).map(({ id, kind, lastMessageAt, createdAt }) => ({
          labels: { source: String(id), kind },
          value: (lastMessageAt ?? createdAt).getTime() / 1000,
        })),
    },
  ];
}

/** Buckets as Prometheus defines them: each includes the smaller ones. */
function codeSeconds({ supplier, seconds }: DayOutcomes): Value[] {
  let count = 0;
  const buckets = seconds.map((n, place) => ({
    labels: { supplier, le: String(secondBounds[place] ?? "+Inf") },
    value: (count += n),
    part: "_bucket",
  }));
  return [...buckets, { labels: { supplier }, value: count, part: "_count" }];
}
