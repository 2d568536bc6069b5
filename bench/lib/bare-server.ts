import Fastify from "fastify";

// The yardstick for reads: plain Fastify, one route without a schema, no database. BARE_PATH and BARE_ANSWER set the
// route and its answer; BARE_KIND how it is sent: "json" serializes the object each time, "bytes" sends the same
// bytes, "never" holds every request open. The root always answers immediately.

const path = process.env["BARE_PATH"] ?? "/";
const text = process.env["BARE_ANSWER"] ?? "{}";
const answer: unknown = JSON.parse(text);
const bytes = Buffer.from(text, "latin1");

const app = Fastify();
if (path !== "/") app.get("/", async () => ({}));
const kind = process.env["BARE_KIND"];
if (kind === "never") app.get(path, () => new Promise(() => {}));
else if (kind === "bytes")
  app.get(path, async (_request, reply) => reply.type("application/json").send(bytes));
else app.get(path, async () => answer);
const address = await app.listen({ host: "127.0.0.1", port: 0 });
console.log(`bare at ${address}`);
process.on("disconnect", () => process.exit());
