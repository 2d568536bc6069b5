import type { FastifyReply, FastifyRequest } from "fastify";
import type { FindArea } from "./areas.ts";

/** Headers on every answer. */
const always = {
  "x-content-type-options": "nosniff",
  // Only a page may be displayed as one, or inside one; a page sends a more specific policy.
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

/** Headers of everything except data for programs, which is never a page and may be readable from all origins. */
const beyondData = {
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

/** Two years, as the browsers' preload lists require; includes subdomains. */
const onlyByTls = "max-age=63072000; includeSubDomains";

/**
 * Adds the request's id and the headers that protect browsers to an answer. As few as necessary, because each costs
 * time.
 */
export function headersOf(
  isHttps: boolean,
  findArea: FindArea,
): (request: FastifyRequest, reply: FastifyReply) => void {
  const ofData = Object.entries(isHttps ? { ...always, "strict-transport-security": onlyByTls } : always);
  const ofTheRest = [...ofData, ...Object.entries(beyondData)];
  return (request, reply) => {
    reply.header("x-request-id", request.id);
    for (const [name, value] of findArea(request.url)?.isDataOnly ? ofData : ofTheRest)
      reply.header(name, value);
  };
}
