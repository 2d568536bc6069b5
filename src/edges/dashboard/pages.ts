import staticFiles from "@fastify/static";
import { globSync } from "node:fs";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** Pages load nothing from elsewhere and speak to nobody else. Styles are set by script (Mantine), hence inline ones. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "worker-src 'none'",
  "manifest-src 'self'",
].join("; ");

/** What belongs to others: a path there that is not found is an error, not a page. */
const others = /^\/(account|dashboard\/api|in|docs|openapi\.json|healthz|readyz|livez|metrics|assets)(\/|$)/;

export type AnswerPage = (request: FastifyRequest, reply: FastifyReply) => boolean;

/**
 * The dashboard's files, and its page for every address that is nobody else's: the page finds its way by itself.
 * Answers whether it answered; the server asks where no route fits.
 */
export async function servePages(server: FastifyInstance, folder: string): Promise<AnswerPage> {
  await server.register(staticFiles, {
    root: folder,
    serve: false,
    preCompressed: true,
    cacheControl: false,
  });
  const files = new Set(globSync("**/*", { cwd: folder }).map((path) => path.replaceAll("\\", "/")));
  return (request, reply) => {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const path = (request.url.split("?")[0] ?? "").slice(1);
    const isFile = /^[\w/.-]+\.\w+$/.test(path) && files.has(path);
    if (!isFile && (others.test(`/${path}`) || /\.\w+$/.test(path))) return false;
    const isHashed = isFile && path.startsWith("assets/");
    void reply
      .code(200)
      .header("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache")
      .header("content-security-policy", policy)
      .removeHeader("access-control-allow-origin")
      .sendFile(isFile ? path : "index.html");
    return true;
  };
}
