import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { keepAnswer, sendKept, type KeptAnswer } from "../../http/kept-answer.ts";
import { prefix } from "./api.ts";
import { nameSchemas } from "./components.ts";
import { addSamples, type Document } from "./samples.ts";

const description = `Rent phone numbers for one-time codes and read the codes as they arrive.

**Authentication.** Every request carries an API key in a header: \`Authorization: Bearer YOUR_API_KEY\`. Where no header can
be sent, \`?api_key=YOUR_API_KEY\` works as well; addresses end up in logs and histories, so prefer the header.
Keys that begin with \`zap_test_\` work on the sandbox: play money, simulated numbers, a message a few seconds after each
rent, and the services \`test-no-sms\`, \`test-no-numbers\`, \`test-two-codes\`, \`test-late-code\`, \`test-no-code-in-text\` and
\`test-supplier-down\`, each of which fails in its own way.

**Answers.** \`{"status":"success","data":…}\`, or \`{"status":"error","code":…,"message":…,"request_id":…}\` with a 4xx or 5xx.
Programs decide by \`code\`; it never changes its meaning. Money has exactly two decimals. Times are UTC.

**Waiting for a code.** Poll \`/sms\` as often as the rate limit allows, hold it open with \`wait\`, or follow \`/events\`.

**Reading a message.** [Paste one](/docs/extract) to see which code is read in it, and why.`;

const tags = {
  Account: "Who calls, and what their wallet holds.",
  Catalogue: "What can be rented where, and at which price.",
  Orders: "Renting a number, and everything that becomes of it.",
  Sandbox: "Trying it out with test keys.",
  Tools: "Reading messages without renting anything.",
};

/** The OpenAPI 3.1 document, generated from the routes' own schemas. Registered before the routes. */
export async function documentApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "ZapOTP API",
        version: "1.0.0",
        description,
        license: { name: "MIT", identifier: "MIT" } as { name: string },
      },
      servers: [{ url: `http://127.0.0.1${prefix}` }], // Routes are shown without the prefix; the host is added below.
      components: {
        securitySchemes: {
          bearer: {
            type: "http",
            scheme: "bearer",
            description:
              "The header `Authorization: Bearer YOUR_API_KEY`. The parameter `api_key` in the address is an alternative for where no header can be sent, as by an EventSource in a browser.",
          },
        },
      },
      // The parameter is not listed as a second scheme: some generators make clients that then send the key both
      // ways.
      security: [{ bearer: [] }],
      tags: Object.entries(tags).map(([name, about]) => ({ name, description: about })),
    },
    stripBasePath: true,
  });
}

/** The document as it is served, with the server's public address, which is only known once it listens. */
function documentOf(app: FastifyInstance, baseUrl: string): string {
  const document = nameSchemas(app.swagger() as unknown as Document);
  return JSON.stringify({
    ...addSamples(document, `${baseUrl}${prefix}`),
    info: { ...document.info, contact: { name: "ZapOTP", url: `${baseUrl}/docs` } },
    servers: [{ url: `${baseUrl}${prefix}` }],
  });
}

const addresses = [`${prefix}/openapi.json`, "/openapi.json", "/docs/openapi.json"];
/** Every JSON text is also a YAML text (YAML 1.2, 1.3). */
const yamlAddress = "/docs/openapi.yaml";

/**
 * The document, and redirects to the readable reference, which is one of the web pages. Without pages (`isHome`) the
 * document itself is served, also at `/`. Registered after the routes.
 */
export function serveDocumentation(app: FastifyInstance, publicBaseUrl: () => string, isHome: boolean): void {
  const kept = new Map<string, KeptAnswer>();
  const documentAs = (contentType: string): KeptAnswer => {
    const name = `${contentType} ${publicBaseUrl()}`;
    const answer = kept.get(name) ?? keepAnswer(documentOf(app, publicBaseUrl()), contentType, "lasting");
    kept.set(name, answer);
    return answer;
  };
  const serve = (url: string, contentType: string): void =>
    void app.get(url, { schema: { hide: true } }, async (request, reply) =>
      sendKept(request, reply.header("cache-control", "no-cache"), documentAs(contentType)),
    );
  for (const url of addresses) serve(url, "application/json; charset=utf-8");
  serve(yamlAddress, "application/yaml; charset=utf-8");

  const redirect = (from: string, to: string): void =>
    void app.get(from, { schema: { hide: true } }, async (_request, reply) => reply.redirect(to));
  redirect(`${prefix}/docs`, "/docs");
  if (!isHome) return;
  redirect("/", "/docs");
  for (const url of ["/docs", "/docs/"]) redirect(url, "/openapi.json");
}
