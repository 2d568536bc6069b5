import { brotliDecompressSync, gunzipSync, inflateSync, type ZlibOptions } from "node:zlib";
import { Refusal, invalid } from "../../kit/errors.ts";
import { bodyLimitBytes } from "./raw-body.ts";
import type { InboundRequest } from "./source-kind.ts";

const decoders: Record<string, (body: Buffer, options: ZlibOptions) => Buffer> = {
  gzip: gunzipSync,
  "x-gzip": gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** The call with its body decompressed; the same call if it was not compressed. */
export function unpack(request: InboundRequest): InboundRequest {
  const named = (request.headers["content-encoding"] ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "" && name !== "identity");
  // Some gateways compress without declaring it. No text begins with these bytes.
  const encodings = named.length === 0 && isGzip(request.body) ? ["gzip"] : named;
  const body = encodings.reduceRight(decode, request.body);
  return body === request.body ? request : { ...request, body };
}

const isGzip = (body: Buffer): boolean => body[0] === 0x1f && body[1] === 0x8b;

function decode(body: Buffer, encoding: string): Buffer {
  const decoder = Object.hasOwn(decoders, encoding) ? decoders[encoding] : undefined;
  if (!decoder)
    throw new Refusal("unsupported_media_type", "Send the body as it is, or with gzip, deflate or br.");
  try {
    return decoder(body, { maxOutputLength: bodyLimitBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE")
      throw new Refusal("payload_too_large", "The body is larger than 1 MB.");
    throw invalid("body", `The body is not valid ${encoding}.`);
  }
}
