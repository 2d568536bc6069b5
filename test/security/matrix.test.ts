import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Access } from "../../src/domain/accounts/account.ts";
import { accessOf } from "../../src/domain/members/member.ts";
import { allows } from "../../src/domain/accounts/account.ts";
import type { Who } from "../../src/edges/dashboard/access.ts";
import type { ListedRoute } from "../../src/edges/api/route-list.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { ask } from "./ask.ts";
import { createCast, type Actor, type Cast } from "./cast.ts";

// Every route × everybody. The routes are the router's own and the OpenAPI document's: a new one is in here by itself,
// and fails until it says who may use it or is named among those that are open to everybody.

/** What needs no credentials: what watches over us, the reference, and the addresses of sources, whose token is in them. */
const openToEverybody = [
  "GET /",
  "GET /account/api/v1/docs",
  "GET /account/api/v1/openapi.json",
  "GET /docs",
  "GET /docs/",
  "GET /docs/extract",
  "GET /docs/extract.js",
  "GET /docs/js/scalar.js",
  "GET /docs/openapi.json",
  "GET /docs/openapi.yaml",
  "GET /favicon.ico",
  "GET /favicon.svg",
  "GET /healthz",
  "GET /in/:kind/:id/:token",
  "GET /metrics", // To this machine alone, or with its token: test/api/health.test.ts.
  "GET /openapi.json",
  "GET /readyz",
  "POST /in/:kind/:id/:token",
];

let app: TestApp;
let cast: Cast;
/** What the OpenAPI document has, as `METHOD url`. */
let documented: string[];
before(async () => {
  app = await startTestApp({ LOG_LEVEL: "silent" });
  cast = await createCast(app);
  const document = (await (await fetch(`${app.url}/openapi.json`)).json()) as {
    paths: Record<string, object>;
  };
  documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} /account/api/v1${path}`),
  );
});
after(() => app.close());

type Rule = { kind: "open" } | { kind: "dashboard"; who: Who } | { kind: "api"; scope: Access };

const nameOf = ({ method, url }: { method: string; url: string }): string => `${method} ${url}`;

/** Who should get in, by what the route says of itself; undefined where it says nothing. HEAD is as GET. */
function ruleOf({ method, url, scope }: ListedRoute): Rule | undefined {
  const name = nameOf({ method: method === "HEAD" ? "GET" : method, url });
  if (openToEverybody.includes(name)) return { kind: "open" };
  if (documented.includes(name)) return scope && { kind: "api", scope };
  const dashboard = app.app.dashboardRoutes.find((route) => nameOf(route) === name);
  return dashboard && { kind: "dashboard", who: dashboard.who };
}

type Verdict = "in" | "unauthorized" | "forbidden";

function verdictOf(rule: Rule, actor: Actor, method: string): Verdict {
  if (rule.kind === "open") return "in";
  const isReading = method === "GET" || method === "HEAD";
  if (rule.kind === "api") {
    if (actor.refusal) return actor.refusal;
    if (actor.suspended) return "forbidden";
    const scopes = actor.scope ? [actor.scope] : actor.role ? accessOf(actor.role) : null;
    if (scopes === null) return "unauthorized";
    return allows(scopes, rule.scope) ? "in" : "forbidden";
  }
  if (rule.who === "anyone") return "in";
  if (!actor.role) return "unauthorized"; // A key opens no page.
  if (rule.who === "member") return "in";
  if (!rule.who.includes(actor.role)) return "forbidden";
  return actor.suspended && !isReading ? "forbidden" : "in";
}

const refusedStatus = { unauthorized: 401, forbidden: 403 };
const fill = (url: string): string => url.replace(/:\w+/g, "999999999");

test("every route says who may use it, the documented ones as well, and no other is open", () => {
  const lost = app.app.routes.filter((route) => ruleOf(route) === undefined).map(nameOf);
  assert.deepEqual(lost, [], "in no table: say who may use it, or name it among those that are open");
  const routed = app.app.routes.map(nameOf);
  assert.deepEqual(
    documented.filter((name) => !routed.includes(name)),
    [],
    "documented, and not there",
  );
  assert.deepEqual(
    openToEverybody.filter((name) => !routed.includes(name)),
    [],
    "said to be open, and not there",
  );
  assert.ok(app.app.routes.length > 100 && documented.length > 10);
});

test("every route × everybody: let in who should be, and nobody else", async () => {
  let tried = 0;
  for (const route of app.app.routes) {
    const rule = ruleOf(route) as Rule;
    for (const actor of cast.actors) {
      const { method, url } = route;
      const expected = verdictOf(rule, actor, method);
      const asked = await ask(app, actor, method, fill(url), { body: {} });
      const name = `${actor.name}: ${method} ${url} → ${asked.status} ${asked.text.slice(0, 200)}`;
      tried++;
      if (expected !== "in") {
        assert.equal(asked.status, refusedStatus[expected], name);
        if (method !== "HEAD") assert.equal(asked.code, expected, name);
      } else {
        assert.ok(asked.status < 500, name);
        assert.ok(!["unauthorized", "forbidden"].includes(asked.code ?? ""), name);
        if (method === "HEAD") assert.ok(![401, 403].includes(asked.status), name);
      }
    }
  }
  console.log(`${tried} requests`);
});

test("a page elsewhere that makes a browser send the session with it changes nothing", async () => {
  const owner = cast.actors.find(({ role }) => role === "owner") as Actor;
  for (const route of app.app.routes) {
    const rule = ruleOf(route) as Rule;
    if (rule.kind === "open" || ["GET", "HEAD", "OPTIONS"].includes(route.method)) continue;
    const forgeries: Record<string, string>[] = [
      { "x-requested-with": "" },
      { origin: "https://evil.example" },
    ];
    for (const headers of forgeries) {
      const asked = await ask(app, owner, route.method, fill(route.url), { body: {}, headers });
      assert.deepEqual([nameOf(route), asked.status, asked.code], [nameOf(route), 403, "csrf_refused"]);
    }
  }
});
