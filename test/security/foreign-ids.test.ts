import assert from "node:assert/strict";
import fc from "fast-check";
import { after, before, test } from "node:test";
import type { ListedRoute } from "../../src/http/route-list.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { goodPassword } from "../helpers/browser.ts";
import { ask, type Asked } from "./ask.ts";
import { member, withKey, type Actor } from "./cast.ts";
import { valuesOf, type Schema } from "./schema-values.ts";
import { createVictim, type Victim } from "./victim.ts";

// Objects of another account get exactly the same answer as ones that do not exist, on every route that takes an id,
// and are neither changed nor shown.

const nobodys = { id: "999999999", to: "15550199999" };

let app: TestApp;
let victim: Victim;
let strangers: Actor[];
before(async () => {
  app = await startTestApp({ LOG_LEVEL: "silent" });
  victim = await createVictim(app);
  const other = await app.account(1_000_000);
  strangers = [
    withKey("live key", other.liveKey),
    withKey("test key", other.testKey),
    await member(app, other.accountId, "owner"),
    await member(app, other.accountId, "owner", { mode: "test" }),
    withKey("the victim's own live key", victim.liveKey), // The sandbox is separate.
  ];
});
after(() => app.close());

type Part = "params" | "querystring" | "body";
const idNames = { params: /./, querystring: /^(id|.*_id)$/, body: /^(id|.*_id|to)$/ };
/** In one's own stream: where to continue. */
const ownCursors = ["last_event_id"];

/** The fields of a route that hold an id. */
function idsIn({ url, schema }: ListedRoute): { part: Part; name: string }[] {
  const named = (part: Part): string[] => Object.keys((schema[part] as Schema | undefined)?.properties ?? {});
  const inUrl = [...url.matchAll(/:(\w+)/g)].map(([, name]) => ({
    part: "params" as const,
    name: name ?? "",
  }));
  const others = (["querystring", "body"] as const).flatMap((part) =>
    named(part)
      .filter((name) => idNames[part].test(name) && !ownCursors.includes(name))
      .map((name) => ({ part, name })),
  );
  return [...inUrl, ...others];
}

/** Routes for customers; an operator sees everybody's. */
function customerRoutes(): ListedRoute[] {
  const whoOf = new Map(app.app.dashboardRoutes.map(({ method, url, who }) => [`${method} ${url}`, who]));
  return app.app.routes.filter(({ method, url, scope }) => {
    if (method === "HEAD") return false;
    const who = whoOf.get(`${method} ${url}`);
    return scope !== undefined || (who !== undefined && !who.includes("operator"));
  });
}

/** An id of the victim's, and one that nobody has. */
function pairFor(url: string, name: string): [string, string] {
  const path = url.replace("/dashboard/api/", "");
  const theirs = victim.ids[path] ?? victim.ids[name];
  assert.ok(theirs, `${path} takes ${name}, of whose things this test should know one`);
  return [theirs, name === "to" ? nobodys.to : nobodys.id];
}

const fields = (part: unknown): Record<string, unknown> =>
  part === undefined ? {} : (fc.sample(valuesOf(part as Schema), { seed: 1, numRuns: 1 })[0] as never);

/** A request that fits the schema, with `id` where it belongs. */
async function askWith(
  actor: Actor,
  route: ListedRoute,
  at: { part: Part; name: string },
  id: string,
): Promise<Asked> {
  const { method, url, schema } = route;
  const query = at.part === "querystring" ? { [at.name]: id } : {};
  const given = fields(schema.body);
  // Their own password is right: they are refused because the object is not theirs.
  const proof = "password" in given ? { password: goodPassword } : {};
  const body = { ...given, ...proof, ...(at.part === "body" ? { [at.name]: id } : {}) };
  return ask(app, actor, method, url.replace(/:\w+/g, id), { query, body });
}

/** The content of an answer, without what differs from request to request. */
const told = (asked: Asked, id: string): unknown[] => [
  asked.status,
  asked.text.replaceAll(id, "ID").replace(/"request_id":"[^"]*"/, ""),
  [...asked.headers].filter(([name]) => !/^(date|x-request-id|ratelimit-.*|content-length)$/.test(name)),
];

test("an id of another account's answers as one that nobody has, and changes nothing", async () => {
  const before = await victim.things();
  let tried = 0;
  for (const route of customerRoutes()) {
    for (const at of idsIn(route)) {
      const [theirs, missing] = pairFor(route.url, at.name);
      for (const actor of strangers) {
        const name = `${actor.name}: ${route.method} ${route.url}, ${at.name}`;
        const one = await askWith(actor, route, at, theirs);
        assert.deepEqual(told(one, theirs), told(await askWith(actor, route, at, missing), missing), name);
        assert.ok([401, 403, 404].includes(one.status), `${name} → ${one.status} ${one.text}`);
        tried++;
      }
    }
  }
  assert.ok(tried >= 50, `only ${tried} were tried`);
  assert.deepEqual(await victim.things(), before);
});

test("no list, search or export of one's own shows anything of another account", async () => {
  for (const route of customerRoutes()) {
    if (route.method !== "GET" || route.url.includes(":")) continue;
    for (const actor of strangers.slice(0, 4)) {
      const queries: Record<string, string>[] = [{}, { q: victim.orderId }, { q: victim.number }];
      for (const query of queries) {
        const { text, status } = await ask(app, actor, "GET", route.url, { query });
        const name = `${actor.name}: ${route.url} ${JSON.stringify(query)}`;
        assert.ok(status < 500, name);
        for (const theirs of victim.secrets) {
          if (!Object.values(query).includes(theirs))
            assert.ok(!text.includes(theirs), `${name} shows ${theirs}`);
        }
        if (status === 200 && query["q"]) assert.ok(!text.includes(victim.number), `${name} finds the order`);
      }
    }
  }
});
