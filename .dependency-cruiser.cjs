/** The arrows of ARCHITECTURE.md: who may import whom. */
const domain = (folder, may) => ({
  name: `domain/${folder} → ${may.join(", ") || "kit"}`,
  severity: "error",
  from: { path: `^src/domain/${folder}/`, pathNot: "\\.test\\.ts$" },
  to: {
    path: "^src/domain/([^/]+)/",
    pathNot: `^src/domain/(${[folder, "audit", "installation", ...may].join("|")})/`,
  },
});

/** The folders of the pages, from the top down: each may import those below it. */
const webFolders = ["app", "pages", "parts", "data", "ui", "samples", "api", "state", "texts"];

const web = webFolders.map((folder, place) => ({
  name: `web/${folder} → ${webFolders.slice(place + 1).join(", ") || "nobody"}`,
  severity: "error",
  from: { path: `^web/src/${folder}/` },
  to: { path: "^web/", pathNot: `^web/src/(${webFolders.slice(place).join("|")})/` },
}));

module.exports = {
  forbidden: [
    {
      name: "kit knows nobody",
      severity: "error",
      from: { path: "^src/kit/" },
      to: { path: "^src/(?!kit/)" },
    },
    {
      name: "the domain knows only the kit",
      severity: "error",
      from: { path: "^src/domain/" },
      to: { path: "^src/(?!domain/|kit/)" },
    },
    {
      name: "the domain speaks no HTTP and reads no environment",
      severity: "error",
      from: { path: "^src/domain/" },
      to: { path: "node_modules/(fastify|undici|prom-client|commander)/|^(node:)?(http|https)$" },
    },
    {
      name: "the HTTP floor knows no edge",
      severity: "error",
      from: { path: "^src/http/" },
      to: { path: "^src/(?!http/|domain/|kit/)" },
    },
    {
      name: "edges never import edges",
      severity: "error",
      from: { path: "^src/edges/([^/]+)/" },
      to: { path: "^src/edges/", pathNot: "^src/edges/$1/" },
    },
    {
      name: "edges do not import jobs or the app",
      severity: "error",
      from: { path: "^src/edges/" },
      to: { path: "^src/(jobs/|app/|main\\.ts)" },
    },
    {
      name: "what starts a process knows no edge",
      severity: "error",
      from: { path: "^src/start/" },
      to: { path: "^src/(edges/|jobs/|app/|http/|main\\.ts)" },
    },
    {
      name: "jobs do not import edges",
      severity: "error",
      from: { path: "^src/jobs/" },
      to: { path: "^src/(edges/|app/|start/|main\\.ts)" },
    },
    {
      name: "sql.ts (writes and locks) is its own noun's; others ask for a named function of it, or read its queries.ts",
      severity: "error",
      from: { path: "^src/domain/([^/]+)/" },
      to: { path: "^src/domain/.*/sql\\.ts$", pathNot: "^src/domain/$1/" },
    },
    {
      // Tests and measurements may: they make the rows that they begin with.
      name: "nobody outside the domain imports a sql.ts of it",
      severity: "error",
      from: { path: "^src/(?!domain/)" },
      to: { path: "^src/domain/.*/sql\\.ts$" },
    },
    domain("audit", []),
    domain("installation", []),
    domain("wallet", ["idempotency"]),
    domain("accounts", ["wallet", "delivery"]),
    domain("catalog", ["wallet", "suppliers"]),
    domain("pools", ["wallet", "suppliers", "catalog"]),
    domain("numbers", ["catalog", "pools"]),
    domain("suppliers", []),
    domain("delivery", []),
    domain("sources", []),
    domain("idempotency", []),
    domain("orders", ["accounts", "catalog", "numbers", "suppliers", "wallet", "delivery", "idempotency"]),
    domain("messages", ["orders", "numbers", "catalog", "pools", "delivery", "sources", "wallet"]),
    domain("sandbox", ["messages"]),
    domain("mail", []),
    domain("sessions", ["wallet"]),
    domain("members", ["accounts", "delivery", "mail", "messages", "orders", "sessions", "wallet"]),
    domain("passkeys", ["members", "sessions"]),
    domain("recovery", ["members", "passkeys", "sessions", "accounts"]),
    domain("reports", ["wallet"]),
    domain("books", ["wallet"]),
    domain("sealing", ["sources", "members"]),
    domain("monitoring", ["wallet", "catalog"]),
    ...web,
    {
      name: "pages do not import pages",
      severity: "error",
      from: { path: "^web/src/pages/((account|operator|anyone)/[^/]+|entry)/" },
      to: { path: "^web/src/pages/", pathNot: "^web/src/pages/$1/" },
    },
    {
      name: "the pages take nothing but types of the server",
      severity: "error",
      from: { path: "^web/src/" },
      to: { path: "^(src|test|scripts|bench)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "the server knows its pages as files only",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^web/" },
    },
    {
      name: "tests share by test/helpers",
      severity: "error",
      from: { path: "^test/([^/]+)/" },
      to: { path: "^test/", pathNot: "^test/(helpers|$1)/" },
    },
    {
      name: "nobody imports a test",
      severity: "error",
      from: {},
      to: { path: "\\.test\\.ts$" },
    },
    {
      name: "tests take of the benchmarks what starts and stops, of the pages what is text",
      severity: "error",
      from: { path: "^test/" },
      to: { path: "^(bench|web)/", pathNot: "^(bench/lib|web/src/(samples|texts))/" },
    },
    {
      name: "no circles but of types",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "not to test",
      severity: "error",
      from: { path: "^src/", pathNot: "\\.test\\.ts$" },
      to: { path: "^test/|\\.test\\.ts$|^bench/" },
    },
    {
      name: "production parts only",
      severity: "error",
      from: { path: "^src/", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["npm-dev"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    parser: "swc", // TypeScript 7 has no API for others
    tsPreCompilationDeps: true,
    moduleSystems: ["es6", "cjs"],
    enhancedResolveOptions: {
      extensions: [".ts", ".js"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types"],
    },
  },
};
