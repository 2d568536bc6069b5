import { Readable, pipeline } from "node:stream";
import { createBrotliCompress, createGzip } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { compressBytes, encodingFor, leastBytes, streamQuality, type Encoding } from "./encoding.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /**
     * Compresses the answer from 1 KB on. Only for answers without codes, message texts and secrets: the compressed
     * length reveals how similar a secret is to text that an attacker can add to the same answer (BREACH).
     */
    compress?: true;
  }
}

/** Compresses the answers of routes that allow it; the others are not touched at all. */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook("onRoute", (route) => {
    if (route.config?.compress) route.onSend = [route.onSend ?? [], compress].flat();
  });
}

async function compress(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  const isStream = payload instanceof Readable;
  if (!isStream && typeof payload !== "string") return payload;
  reply.header("vary", "Accept-Encoding");
  const encoding = encodingFor(request.headers["accept-encoding"]);
  if (encoding === null || reply.statusCode !== 200) return payload;
  if (isStream) return begin(reply, encoding, compressStream(payload, encoding));
  const bytes = Buffer.from(payload);
  if (bytes.length < leastBytes) return payload;
  return begin(reply, encoding, await compressBytes(bytes, encoding, "passing"));
}

function begin<T>(reply: FastifyReply, encoding: Encoding, body: T): T {
  reply.header("content-encoding", encoding).removeHeader("content-length");
  return body;
}

function compressStream(source: Readable, encoding: Encoding): Readable {
  const target = encoding === "br" ? createBrotliCompress(streamQuality) : createGzip();
  // A failure of either stream ends both, and Fastify sees it on the one it sends.
  return pipeline(source, target, () => {});
}
