import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { ask } from "./ask.ts";
import { createCast, type Actor, type Cast } from "./cast.ts";
import { callers, whoMay, type Row } from "./who-may.ts";

// Every route × everybody, by the table in who-may.ts. The routes come from the router and the OpenAPI document.

let app: TestApp;
let cast: Cast;
before(async () => {
  app = await startTestApp({ LOG_LEVEL: "silent" });
  cast = await createCast(app);
});
after(() => app.close());

const nameOf = ({ method, url }: { method: string; url: string }): string => `${method} ${url}`;
const rows = new Map(whoMay.map((row) => [nameOf(row), row]));
/** HEAD behaves like GET. */
const rowOf = ({ method, url }: { method: string; url: string }): Row | undefined =>
  rows.get(nameOf({ method: method === "HEAD" ? "GET" : method, url }));
const fill = (url: string): string => url.replace(/:\w+/g, "999999999");

test("every route has a row, every row a route, and every caller somebody who tries", async () => {
  const routed = app.app.routes.map(nameOf);
  assert.deepEqual(
    app.app.routes.filter((route) => !rowOf(route)).map(nameOf),
    [],
    "routes without a row: write down in who-may.ts who may use them",
  );
  assert.deepEqual(
    [...rows.keys()].filter((name) => !routed.includes(name)),
    [],
    "rows without a route",
  );
  assert.equal(rows.size, whoMay.length, "a route has one row");
  assert.deepEqual([...new Set(cast.actors.map(({ caller }) => caller))].toSorted(), [...callers].toSorted());
  const document = (await (await fetch(`${app.url}/openapi.json`)).json()) as {
    paths: Record<string, object>;
  };
  const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} /account/api/v1${path}`),
  );
  assert.ok(documented.length > 10);
  assert.deepEqual(
    documented.filter((name) => !rows.has(name)),
    [],
    "documented, and in no row",
  );
});

const refusals = { "?": [401, "unauthorized"], "-": [403, "forbidden"] } as const;

async function tryOut(route: { method: string; url: string }, row: Row, actor: Actor): Promise<void> {
  const { method, url } = route;
  const expected = row.verdicts[actor.caller];
  const { status, code, text } = await ask(app, actor, method, fill(url), { body: {} });
  const name = `${actor.name}: ${method} ${url} → ${status} ${text.slice(0, 200)}`;
  if (expected === "+") {
    assert.ok(status < 500, name);
    assert.ok(!["unauthorized", "forbidden"].includes(code ?? ""), name);
    if (method === "HEAD") assert.ok(![401, 403].includes(status), name);
  } else {
    assert.equal(status, refusals[expected][0], name);
    if (method !== "HEAD") assert.equal(code, refusals[expected][1], name);
  }
}

test("every route × everybody: let in who should be, and nobody else", async () => {
  for (const route of app.app.routes)
    for (const actor of cast.actors) await tryOut(route, rowOf(route) as Row, actor);
});

test("a page elsewhere that makes a browser send the session with it changes nothing", async () => {
  const owner = cast.actors.find(({ caller }) => caller === "owner") as Actor;
  for (const { method, url, takesSessions } of whoMay) {
    if (!takesSessions || method === "GET") continue;
    const forgeries: Record<string, string>[] = [
      { "x-requested-with": "" },
      { origin: "https://evil.example" },
    ];
    for (const headers of forgeries) {
      const asked = await ask(app, owner, method, fill(url), { body: {}, headers });
      assert.deepEqual([method, url, asked.status, asked.code], [method, url, 403, "csrf_refused"]);
    }
  }
});
