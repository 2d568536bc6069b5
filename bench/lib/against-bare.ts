import { bareAnswering } from "./bare.ts";
import { compare } from "./rounds.ts";
import { pollingOf, type Sent } from "./sides.ts";
import type { Round } from "./table.ts";

/** Sends these requests at random to ours, and to a bare route that answers them as ours just answered the first. */
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
