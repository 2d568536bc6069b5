import type { FastifyReply, FastifyRequest } from "fastify";
import type { FindArea } from "./areas.ts";

/** What is said of every answer. */
const always = {
  "x-content-type-options": "nosniff",
  // Nothing but a page is to be shown as one, or within one; a page says more of itself in its own policy.
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

/** Headers of everything except data for programs, which is never a page and may be open to all origins. */
const beyondData = {
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

/** Two years, as browsers' own lists ask for; for the names below this one as well. */
const onlyByTls = "max-age=63072000; includeSubDomains";

/** What puts the request's id and the headers that protect browsers on an answer: as few as serve, for each costs time. */
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
