import assert from "node:assert/strict";
import fc from "fast-check";
import { after, before, test } from "node:test";
import type { ListedRoute } from "../../src/edges/api/route-list.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { addTestMember } from "../helpers/browser.ts";
import { clientFor } from "../helpers/client.ts";
import { rent, send, type Rented } from "../helpers/orders.ts";
import { ask, type Asked } from "./ask.ts";
import { member, withKey, type Actor } from "./cast.ts";
import { valuesOf, type Schema } from "./schema-values.ts";

// What belongs to another account answers exactly as what does not exist, on every route that takes an id, and nothing
// of it is changed or shown.

let app: TestApp;
let victim: { accountId: number; order: Rented; names: string[] };
let strangers: Actor[];
/** By route and field: an id of the victim's, and one that nobody has. */
let ids: Record<string, [theirs: string, nobodys: string]>;
const nobodys = "999999999";

before(async () => {
  app = await startTestApp({ LOG_LEVEL: "silent" });
  const account = await app.account(1_000_000);
  const key = clientFor(app, account.testKey);
  const order = await rent(key);
  await send(key, order, "4711-canary is your WhatsApp code");
  const owner = await addTestMember(app, account.accountId, "owner");
  const viewer = await addTestMember(app, account.accountId, "viewer");
  const browser = await owner.signIn();
  const { id: keyId } = (await browser.post("keys", { name: "canary-key" })).body.data as { id: number };
  const invited = await browser.post("team/invitations", { email: "canary@example.com", role: "viewer" });
  const { id: invitationId } = invited.body.data as { id: number };
  const sessions = (await browser.get("sessions")).body.data as { id: number; current: boolean }[];
  const names = [account.username, owner.username, viewer.username, order.order_id, order.number];
  victim = { accountId: account.accountId, order, names: [...names, "canary"] };
  ids = {
    order_id: [order.order_id, nobodys],
    to: [order.number, "15550199999"],
    "keys/:id": [String(keyId), nobodys],
    "team/:id": [String(viewer.id), nobodys],
    "team/invitations/:id": [String(invitationId), nobodys],
    "sessions/:id": [String(sessions.find(({ current }) => current)?.id), nobodys],
  };
  const other = await app.account(1_000_000);
  strangers = [
    withKey("live key", other.liveKey),
    withKey("test key", other.testKey),
    await member(app, other.accountId, "owner"),
    await member(app, other.accountId, "owner", { mode: "test" }),
    withKey("the victim's own live key", account.liveKey), // The sandbox is another world.
  ];
});
after(() => app.close());

type Part = "params" | "querystring" | "body";
const idNames = { params: /./, querystring: /^(id|.*_id)$/, body: /^(id|.*_id|to)$/ };
/** Of one's own stream: where to go on in it. */
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

/** Routes that are for customers; an operator sees everybody's. */
function customerRoutes(): ListedRoute[] {
  const whoOf = new Map(app.app.dashboardRoutes.map(({ method, url, who }) => [`${method} ${url}`, who]));
  return app.app.routes.filter(({ method, url, scope }) => {
    if (method === "HEAD") return false;
    const who = whoOf.get(`${method} ${url}`);
    return scope !== undefined || (who !== undefined && !who.includes("operator"));
  });
}

function pairFor(url: string, name: string): [string, string] {
  const path = url.replace("/dashboard/api/", "");
  const pair = ids[path] ?? ids[name];
  assert.ok(pair, `${path} takes ${name}, of whose things this test should know one`);
  return pair;
}

const fields = (part: unknown): Record<string, unknown> =>
  part === undefined ? {} : (fc.sample(valuesOf(part as Schema), { seed: 1, numRuns: 1 })[0] as never);

/** The request as the schema wants it, with `id` where it belongs. */
async function askWith(
  actor: Actor,
  route: ListedRoute,
  at: { part: Part; name: string },
  id: string,
): Promise<Asked> {
  const { method, url, schema } = route;
  const query = at.part === "querystring" ? { [at.name]: id } : {};
  const body = { ...fields(schema.body), ...(at.part === "body" ? { [at.name]: id } : {}) };
  return ask(app, actor, method, url.replace(/:\w+/g, id), { query, body });
}

/** What an answer tells, without what differs from request to request. */
const told = (asked: Asked, id: string): unknown[] => [
  asked.status,
  asked.text.replaceAll(id, "ID").replace(/"request_id":"[^"]*"/, ""),
  [...asked.headers].filter(([name]) => !/^(date|x-request-id|ratelimit-.*|content-length)$/.test(name)),
];

/** Everything of the victim's that a stranger might have changed. */
async function victimsThings(): Promise<unknown> {
  const [row] = await app.db.rows<{ things: unknown }>(
    `with w as (select id from wallets where account_id = $1), m as (select id from members where account_id = $1)
     select jsonb_build_object(
       'wallets', (select jsonb_agg(to_jsonb(x) order by x.id) from wallets x where account_id = $1),
       'orders', (select jsonb_agg(to_jsonb(x) order by x.seq) from orders x where wallet_id in (select id from w)),
       'messages', (select jsonb_agg(to_jsonb(x) order by x.id) from messages x where order_id = $2),
       'keys', (select jsonb_agg(to_jsonb(x) - 'last_used_at' - 'last_used_ip' order by x.id) from api_keys x where wallet_id in (select id from w)),
       'members', (select jsonb_agg(to_jsonb(x) order by x.id) from members x where account_id = $1),
       'sessions', (select jsonb_agg(x.id order by x.id) from sessions x where member_id in (select id from m)),
       'invitations', (select jsonb_agg(to_jsonb(x) order by x.id) from invitations x where account_id = $1)) as things`,
    [victim.accountId, Number(victim.order.order_id)],
  );
  return row?.things;
}

test("an id of another account's answers as one that nobody has, and changes nothing", async () => {
  const before = await victimsThings();
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
  assert.deepEqual(await victimsThings(), before);
});

test("no list, search or export of one's own shows anything of another account", async () => {
  for (const route of customerRoutes()) {
    if (route.method !== "GET" || route.url.includes(":")) continue;
    for (const actor of strangers.slice(0, 4)) {
      const queries: Record<string, string>[] = [
        {},
        { q: victim.order.order_id },
        { q: victim.order.number },
      ];
      for (const query of queries) {
        const { text, status } = await ask(app, actor, "GET", route.url, { query });
        const name = `${actor.name}: ${route.url} ${JSON.stringify(query)}`;
        assert.ok(status < 500, name);
        for (const theirs of victim.names) {
          if (!Object.values(query).includes(theirs))
            assert.ok(!text.includes(theirs), `${name} shows ${theirs}`);
        }
        if (status === 200 && query["q"])
          assert.ok(!text.includes(victim.order.number), `${name} finds the order`);
      }
    }
  }
});
