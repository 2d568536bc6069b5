import type { FastifyReply, FastifyRequest } from "fastify";

/** What browsers are told of every answer; a page says more of itself in its own policy. */
const always = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  // Nothing but a page is to be shown as one, or within one.
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

/** Two years, as browsers' own lists ask for; for the names below this one as well. */
const onlyByTls = "max-age=63072000; includeSubDomains";

/** What puts the request's id and the headers that protect browsers on an answer. */
export function headersOf(isHttps: boolean): (request: FastifyRequest, reply: FastifyReply) => void {
  const headers = Object.entries(isHttps ? { ...always, "strict-transport-security": onlyByTls } : always);
  return (request, reply) => {
    reply.header("x-request-id", request.id);
    for (const [name, value] of headers) reply.header(name, value);
  };
}
