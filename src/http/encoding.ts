import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip";

/** Shorter answers fit into one packet anyway: compressing them costs time and saves nothing. */
export const leastBytes = 1024;

/**
 * The encoding to answer in: the one the client prefers (RFC 9110, 12.5.3), brotli if several are equal; null for an
 * uncompressed answer, which every client gets that names none.
 */
export function encodingFor(header: string | undefined): Encoding | null {
  if (!header) return null;
  const weights = new Map(header.split(",").map(readWeight));
  const weightOf = (name: string): number => weights.get(name) ?? weights.get("*") ?? 0;
  const [br, zip] = [weightOf("br"), weightOf("gzip")];
  if (br <= 0 && zip <= 0) return null;
  if ((weights.get("identity") ?? 0) > Math.max(br, zip)) return null;
  return br >= zip ? "br" : "gzip";
}

function readWeight(entry: string): [name: string, weight: number] {
  const [name = "", ...parameters] = entry.split(";").map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith("q="));
  return [name === "x-gzip" ? "gzip" : name, weight === undefined ? 1 : Number(weight.slice(2)) || 0];
}

/** How hard to compress: for bytes that are sent for as long as the process runs, or only a few times. */
export type Effort = "lasting" | "passing";

const brotliQuality = { lasting: constants.BROTLI_MAX_QUALITY, passing: 4 };
const gzipLevel = { lasting: constants.Z_BEST_COMPRESSION, passing: 6 };
const [brotliBytes, gzipBytes] = [promisify(brotliCompress), promisify(gzip)];

/** Compressed off the event loop. */
export const compressBytes = (bytes: Buffer, encoding: Encoding, effort: Effort): Promise<Buffer> =>
  encoding === "br"
    ? brotliBytes(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: brotliQuality[effort],
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      })
    : gzipBytes(bytes, { level: gzipLevel[effort] });

/** Options of a stream that is compressed as it is sent. */
export const streamQuality = { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality.passing } };
