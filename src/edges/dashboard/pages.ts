import staticFiles from "@fastify/static";
import { globSync } from "node:fs";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isPage } from "./page-paths.ts";

/**
 * Pages load nothing from other origins and connect to none. Styles are set by script (Mantine), hence inline ones.
 */
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
  "worker-src 'self'",
  "manifest-src 'self'",
].join("; ");

export type AnswerPage = (request: FastifyRequest, reply: FastifyReply) => boolean;

/**
 * Serves the dashboard's files, and its one page at the addresses that it has views for. Returns whether it answered;
 * called if no route matches.
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
    const [path = "", query] = request.url.slice(1).split("?");
    const { accept } = request.headers;
    const isFile = /^[\w/.-]+\.\w+$/.test(path) && files.has(path);
    const isKnown = isFile || (isPage(`/${path}`) && takesPage(accept, query !== undefined));
    // A person who follows a wrong link is told so by the page; programs get the usual error.
    if (!isKnown && !(asksForPage(accept) && !isForPrograms(path))) return false;
    const isHashed = isFile && path.startsWith("assets/");
    void reply
      .code(isKnown ? 200 : 404)
      .header("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache")
      .header("content-security-policy", policy)
      .sendFile(isFile ? path : pageOf(path, files));
    return true;
  };
}

/** The reference has a separate page, whose scripts are preloaded; all other views share one. */
const pageOf = (path: string, files: ReadonlySet<string>): string =>
  /^docs\/?$/.test(path) && files.has("docs.html") ? "docs.html" : "index.html";

/**
 * A client that accepts anything gets the page as well, unless it sends a body: a source with a wrong address must
 * not mistake a page for the acknowledgement of its message.
 */
const takesPage = (accept = "*/*", sendsQuery: boolean): boolean =>
  asksForPage(accept) || (!sendsQuery && accept.includes("*/*"));

const asksForPage = (accept = ""): boolean => /\btext\/html\b/i.test(accept);

/** Files, and whatever is under the prefix of an edge. */
const isForPrograms = (path: string): boolean => /^(account|dashboard|in|assets)(\/|$)|\.\w+$/i.test(path);
