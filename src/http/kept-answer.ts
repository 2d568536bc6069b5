import type { FastifyReply, FastifyRequest } from "fastify";
import { sha256 } from "../kit/secrets.ts";
import { compressBytes, encodingFor, leastBytes, type Effort, type Encoding } from "./encoding.ts";

/** An answer that many requests get: compressed once per encoding, and identified by its hash. */
export interface KeptAnswer {
  contentType: string;
  hash: string;
  /** The bytes as they are sent; null for no encoding. */
  as: (encoding: Encoding | null) => Promise<Buffer>;
}

export function keepAnswer(text: string, contentType: string, effort: Effort): KeptAnswer {
  const plain = Buffer.from(text);
  const made = new Map<Encoding, Promise<Buffer>>();
  const make = (encoding: Encoding): Promise<Buffer> => {
    const bytes = compressBytes(plain, encoding, effort);
    made.set(encoding, bytes);
    bytes.catch(() => made.delete(encoding)); // The next request tries again.
    return bytes;
  };
  return {
    contentType,
    hash: sha256(plain).toString("base64url").slice(0, 22),
    as: async (encoding) => (encoding === null ? plain : (made.get(encoding) ?? make(encoding))),
  };
}

/**
 * Sends the answer in the encoding that the client prefers, or 304 if the client already has it. Each encoding has a
 * different entity tag, as RFC 9110 (8.8.3.3) requires. `vary` names what else the answer depends on.
 */
export async function sendKept(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  answer: KeptAnswer,
  vary: string[] = [],
): Promise<FastifyReply> {
  const plain = await answer.as(null);
  const encoding = plain.length < leastBytes ? null : encodingFor(headers["accept-encoding"]);
  const tag = `"${answer.hash}${encoding === null ? "" : `-${encoding}`}"`;
  reply.header("etag", tag).header("vary", ["Accept-Encoding", ...vary].join(", "));
  if (isKnown(headers["if-none-match"], tag)) return reply.code(304).send();
  if (encoding !== null) reply.header("content-encoding", encoding);
  return reply.header("content-type", answer.contentType).send(await answer.as(encoding));
}

/** Weak tags are just as good here (RFC 9110, 13.1.2): proxies that recompress an answer make its tag weak. */
const isKnown = (header: string | undefined, tag: string): boolean =>
  header !== undefined &&
  header.split(",").some((known) => known.trim() === "*" || known.trim().replace(/^W\//, "") === tag);
