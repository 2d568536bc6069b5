import swagger from "@fastify/swagger";
import scalar from "@scalar/fastify-api-reference";
import type { FastifyInstance } from "fastify";
import { sha256 } from "../../kit/secrets.ts";
import { prefix } from "./api.ts";
import { samplesOf } from "./samples.ts";

const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#f5b301"/><path d="M18 4 7 18h7l-2 10 12-15h-8z" fill="#1b1400"/></svg>`;

/** The reference is a program of others: no script but its own two runs, and it reaches no other host. */
const referencePolicy = (scriptHashes: string[]): string =>
  `default-src 'none'; script-src 'self' ${scriptHashes.join(" ")}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The inline scripts of a page, as a policy names them. */
const inlineScripts = (html: string): string[] =>
  [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([^]*?)<\/script>/g)].map(
    ([, script = ""]) => `'sha256-${sha256(script).toString("base64")}'`,
  );

const description = `Rent phone numbers for one-time codes and read the codes as they arrive.

**Authentication.** Every request carries an API key: \`Authorization: Bearer YOUR_API_KEY\`, or \`?api_key=YOUR_API_KEY\`.
Keys that begin with \`zap_test_\` work on the sandbox: play money, simulated numbers, a message a few seconds after each
rent, and the services \`test-no-sms\`, \`test-no-numbers\`, \`test-two-codes\`, \`test-late-code\`, \`test-no-code-in-text\` and
\`test-supplier-down\`, each of which fails in its own way.

**Answers.** \`{"status":"success","data":…}\`, or \`{"status":"error","code":…,"message":…,"request_id":…}\` with a 4xx or 5xx.
Programs decide by \`code\`; it never changes its meaning. Money has exactly two decimals. Times are UTC.

**Waiting for a code.** Poll \`/sms\` as often as the rate limit allows, hold it open with \`wait\`, or follow \`/events\`.

**Reading a message.** [Paste one](/docs/extract) to see which code is read in it, and why.`;

/** The OpenAPI 3.1 document, made from the routes' own schemas. Registered before the routes. */
export async function documentApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "ZapOTP API", version: "1.0.0", description },
      servers: [{ url: `http://127.0.0.1${prefix}` }], // Its path is taken off the routes'; the host is put in below.
      components: {
        securitySchemes: {
          bearer: { type: "http", scheme: "bearer", description: "YOUR_API_KEY" },
          parameter: { type: "apiKey", in: "query", name: "api_key" },
        },
      },
      security: [{ bearer: [] }, { parameter: [] }],
      tags: ["Account", "Catalogue", "Orders", "Sandbox", "Tools"].map((name) => ({ name })),
    },
    stripBasePath: true,
  });
}

/** The document and the readable reference, also at `/` where nothing else is; registered after the routes. */
export async function serveDocumentation(
  app: FastifyInstance,
  publicBaseUrl: () => string,
  isHome: boolean,
): Promise<void> {
  // The address is known only when the server listens.
  const document = (): object => ({
    ...withSamples(app.swagger() as unknown as Document),
    servers: [{ url: `${publicBaseUrl()}${prefix}` }],
  });
  for (const url of [`${prefix}/openapi.json`, "/openapi.json"]) {
    app.get(url, { schema: { hide: true } }, async () => document());
  }
  await app.register(async (docs) => {
    docs.addHook("onSend", async (_request, reply, payload) => {
      const isPage = typeof payload === "string" && String(reply.getHeader("content-type")).includes("html");
      if (isPage) reply.header("content-security-policy", referencePolicy(inlineScripts(payload)));
      return payload;
    });
    await docs.register(scalar, {
      routePrefix: "/docs",
      configuration: {
        content: document,
        title: "ZapOTP API",
        theme: "default",
        withDefaultFonts: false,
        telemetry: false,
        hideClientButton: true,
        showDeveloperTools: "never",
        favicon: "/favicon.svg",
        agent: { disabled: true },
        mcp: { disabled: true },
        defaultHttpClient: { targetKey: "shell", clientKey: "curl" },
        hiddenClients: true,
      } as never,
    });
  });
  for (const url of ["/favicon.svg", "/favicon.ico"]) {
    app.get(url, { schema: { hide: true } }, async (_request, reply) =>
      reply.type("image/svg+xml").send(favicon),
    );
  }
  for (const url of [`${prefix}/docs`, ...(isHome ? ["/"] : [])])
    app.get(url, { schema: { hide: true } }, async (_request, reply) => reply.redirect("/docs"));
}

interface Document {
  paths: Record<string, Record<string, { operationId?: string; "x-codeSamples"?: object[] }>>;
}

function withSamples(document: Document): Document {
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path)) {
      if (operation.operationId) operation["x-codeSamples"] = samplesOf(operation.operationId);
    }
  }
  return document;
}
