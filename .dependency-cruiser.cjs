/** The import rules of ARCHITECTURE.md: which folder may import which. */
const rule = (name, from, to) => ({ name, severity: "error", from, to });

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
const webFolders = ["app", "pages", "parts", "data", "ui", "samples", "search", "api", "state", "texts"];

const web = webFolders.map((folder, place) => ({
  name: `web/${folder} → ${webFolders.slice(place + 1).join(", ") || "nobody"}`,
  severity: "error",
  from: { path: `^web/src/${folder}/` },
  to: { path: "^web/", pathNot: `^web/src/(${webFolders.slice(place).join("|")})/` },
}));

module.exports = {
  forbidden: [
    rule("kit knows nobody", { path: "^src/kit/" }, { path: "^src/(?!kit/)" }),
    rule("the domain knows only the kit", { path: "^src/domain/" }, { path: "^src/(?!domain/|kit/)" }),
    rule(
      "the domain speaks no HTTP and reads no environment",
      { path: "^src/domain/" },
      { path: "node_modules/(fastify|undici|prom-client|commander)/|^(node:)?(http|https)$" },
    ),
    rule("the HTTP floor knows no edge", { path: "^src/http/" }, { path: "^src/(?!http/|domain/|kit/)" }),
    rule(
      "edges never import edges",
      { path: "^src/edges/([^/]+)/" },
      { path: "^src/edges/", pathNot: "^src/edges/$1/" },
    ),
    rule(
      "edges do not import jobs or the app",
      { path: "^src/edges/" },
      { path: "^src/(jobs/|app/|main\\.ts)" },
    ),
    rule(
      "what starts a process knows no edge",
      { path: "^src/start/" },
      { path: "^src/(edges/|jobs/|app/|http/|main\\.ts)" },
    ),
    rule("jobs do not import edges", { path: "^src/jobs/" }, { path: "^src/(edges/|app/|start/|main\\.ts)" }),
    rule(
      "sql.ts (writes and locks) is its own noun's; others ask for a named function of it, or read its queries.ts",
      { path: "^src/domain/([^/]+)/" },
      { path: "^src/domain/.*/sql\\.ts$", pathNot: "^src/domain/$1/" },
    ),
    // Tests and benchmarks may: they create the rows that they start with.
    rule(
      "nobody outside the domain imports a sql.ts of it",
      { path: "^src/(?!domain/)" },
      { path: "^src/domain/.*/sql\\.ts$" },
    ),
    domain("audit", []),
    domain("installation", []),
    domain("wallet", ["idempotency", "delivery"]),
    domain("accounts", ["wallet", "delivery"]),
    domain("catalog", ["wallet", "suppliers", "lines"]),
    domain("pools", ["wallet", "suppliers", "catalog"]),
    domain("numbers", ["catalog", "pools", "lines"]),
    domain("suppliers", []),
    domain("delivery", []),
    domain("lines", []),
    domain("sources", ["lines"]),
    domain("idempotency", []),
    domain("limits", []),
    domain("orders", [
      "accounts",
      "limits",
      "catalog",
      "numbers",
      "suppliers",
      "wallet",
      "delivery",
      "idempotency",
    ]),
    domain("messages", ["orders", "numbers", "catalog", "pools", "delivery", "sources", "wallet"]),
    domain("sandbox", ["messages"]),
    domain("mail", []),
    domain("sessions", ["wallet"]),
    domain("members", [
      "accounts",
      "delivery",
      "erasures",
      "mail",
      "messages",
      "orders",
      "sessions",
      "wallet",
    ]),
    domain("passkeys", ["members", "sessions"]),
    domain("recovery", ["members", "passkeys", "sessions", "accounts"]),
    domain("reports", ["wallet"]),
    domain("refusals", []),
    domain("cases", ["accounts", "mail", "members", "messages", "numbers", "sessions"]),
    domain("exports", [
      "accounts",
      "audit",
      "cases",
      "delivery",
      "mail",
      "members",
      "messages",
      "orders",
      "passkeys",
      "push",
      "sessions",
      "wallet",
    ]),
    domain("books", ["wallet"]),
    domain("sealing", ["sources", "members"]),
    domain("monitoring", ["wallet", "catalog", "lines"]),
    domain("certificates", ["catalog", "orders"]),
    domain("erasures", []),
    domain("privacy", ["idempotency", "mail", "messages", "sessions", "sources"]),
    domain("safeguards", ["catalog"]),
    ...web,
    rule(
      "pages do not import pages",
      { path: "^web/src/pages/((account|operator|anyone)/[^/]+|entry)/" },
      { path: "^web/src/pages/", pathNot: "^web/src/pages/$1/" },
    ),
    rule(
      "the pages take nothing but types of the server",
      { path: "^web/src/" },
      { path: "^(src|test|scripts|bench)/", dependencyTypesNot: ["type-only"] },
    ),
    rule(
      "texts are in the reader's language: pages take them from texts/, not from that of one language",
      { path: "^web/src/", pathNot: "^web/src/(texts|worker)/" },
      { path: "^web/src/texts/(en|fr)/" },
    ),
    rule("the server knows its pages as files only", { path: "^src/" }, { path: "^web/" }),
    rule(
      "tests share by test/helpers",
      { path: "^test/([^/]+)/" },
      { path: "^test/", pathNot: "^test/(helpers|$1)/" },
    ),
    rule("nobody imports a test", {}, { path: "\\.test\\.ts$" }),
    rule(
      "tests take of the benchmarks what starts and stops, of the pages what needs no browser",
      { path: "^test/" },
      {
        path: "^(bench|web)/",
        pathNot:
          "^(bench/lib|web/src/(samples|search|texts))/|^web/(phone-formats|src/ui/group-number|src/state/wall-clock)\\.ts$",
      },
    ),
    rule("no circles but of types", {}, { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } }),
    rule(
      "not to test",
      { path: "^src/", pathNot: "\\.test\\.ts$" },
      { path: "^test/|\\.test\\.ts$|^bench/" },
    ),
    rule(
      "production parts only",
      { path: "^src/", pathNot: "\\.test\\.ts$" },
      { dependencyTypes: ["npm-dev"] },
    ),
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
