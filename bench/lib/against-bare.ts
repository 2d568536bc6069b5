import { bareAnswering } from "./bare.ts";
import { compare } from "./rounds.ts";
import { pollingOf, type Sent } from "./sides.ts";
import type { Round } from "./table.ts";

/**
 * Sends these requests in random order to ours, and to a bare route that gives the answer that ours just gave to the
 * first.
 */
export async function compareWithBare(
  sent: Sent,
  requests: string[],
  kind: "json" | "bytes",
): Promise<Round[]> {
  const bare = await bareAnswering(sent.zapotp.port, requests[0] ?? "", kind);
  const rounds = await compare(
    sent.bench,
    pollingOf("ours", sent, requests),
    pollingOf("bare", { ...sent, ports: [bare.port] }, requests),
  );
  await bare.stop();
  return rounds;
}
