import { batch } from "../../kit/batch.ts";
import type { Queryable } from "../../kit/db.ts";
import { batchedWrites } from "../../kit/db/batched.ts";
import type { OpenQueue } from "../../kit/queue.ts";
import { sha256 } from "../../kit/secrets.ts";
import { claimNonces } from "./sql.ts";

export type Nonces = ReturnType<typeof openNonces>;

interface Claim {
  sourceId: number;
  nonce: Buffer;
  message: Buffer;
  at: Date;
}

/**
 * Opens the memory of nonces, which all processes share. It is for carriers whose signature covers a nonce but not
 * the message: a signature that somebody has seen is worth nothing for another message.
 */
export function openNonces(db: Queryable, openQueue: OpenQueue) {
  const queue = openQueue("nonces");
  const claim = batch((claims: Claim[]) => claimAll(db, claims), {
    ...batchedWrites,
    isHarmless: () => true, // A nonce that was claimed is claimed again with the same answer.
    queue,
  });

  /** Whether it is the first message that comes with the nonce, or that message again: carriers repeat calls. */
  const isFirst = (sourceId: number, nonce: string, message: Buffer, at: Date): Promise<boolean> =>
    claim({ sourceId, nonce: sha256(nonce), message: sha256(message), at });

  return { queue, isFirst };
}

async function claimAll(db: Queryable, claims: Claim[]): Promise<boolean[]> {
  const first = new Map<string, Claim>();
  for (const claim of claims) if (!first.has(keyOf(claim))) first.set(keyOf(claim), claim);
  const kept = new Map((await claimNonces(db, [...first.values()])).map((row) => [keyOf(row), row.message]));
  return claims.map((claim) => kept.get(keyOf(claim))?.equals(claim.message) ?? false);
}

const keyOf = ({ sourceId, nonce }: Pick<Claim, "sourceId" | "nonce">): string =>
  `${sourceId} ${nonce.toString("hex")}`;
