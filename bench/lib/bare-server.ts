import Fastify from "fastify";

// The yardstick for reads: Fastify as it comes, one route without a schema, no database behind it. BARE_PATH and
// BARE_ANSWER say what to answer where.

const path = process.env["BARE_PATH"] ?? "/";
const answer: unknown = JSON.parse(process.env["BARE_ANSWER"] ?? "{}");

const app = Fastify();
app.get(path, async () => answer);
const address = await app.listen({ host: "127.0.0.1", port: 0 });
console.log(`bare at ${address}`);
process.on("disconnect", () => process.exit());
