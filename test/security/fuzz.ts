import assert from "node:assert/strict";
import fc from "fast-check";
import { after, before, test } from "node:test";
import type { ListedRoute } from "../../src/http/route-list.ts";
import { verifyBooks } from "../../src/domain/books/verify.ts";
import { accountRoles } from "../../src/domain/sessions/session.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { openSource } from "../helpers/source.ts";
import { createCast, member, nobody, type Actor } from "./cast.ts";
import { describe, fire, type Tally } from "./fire.ts";
import { shotsAt, type Shot } from "./shots.ts";
import { createVictim, type Victim } from "./victim.ts";

// Every endpoint of every edge, with requests that fit its schema and requests that do not: no 5xx, no hang, nothing
// of the internals or of another account, errors and answers as documented. FUZZ_SEED repeats a run.

const atOnce = 24;
/** After this many the actors are created anew: some shots close accounts, end sessions and remove members. */
const castLasts = 1000;
/** Half a minute is usual; a busy machine makes as many as it can in this time. */
const longestMilliseconds = 150_000;
const seed = Number(process.env["FUZZ_SEED"] ?? Date.now() % 2 ** 31);

let app: TestApp;
let victim: Victim;
let hidden: string[];

/** Names of constraints and indexes. */
async function namesInside(): Promise<string[]> {
  const rows = await app.db.rows<{ name: string }>(
    `select conname as name from pg_constraint where connamespace = 'public'::regnamespace
     union select indexname from pg_indexes where schemaname = 'public'`,
  );
  return rows.map(({ name }) => name).filter((name) => name.includes("_"));
}

const isOurs = ({ method, url }: ListedRoute): boolean =>
  method !== "HEAD" && !url.startsWith("/in/") && !url.startsWith("/docs");
const isForOperators = ({ url }: ListedRoute): boolean => url.includes("/operator/");

/** Shots at the routes, each route equally often. */
function sample(routes: ListedRoute[], ids: string[], count: number): Shot[] {
  const each = Math.ceil(count / routes.length);
  const shots = routes.flatMap((route, place) =>
    fc.sample(shotsAt(route, ids), { seed: seed + place, numRuns: each }),
  );
  return (
    fc.sample(fc.shuffledSubarray(shots, { minLength: count, maxLength: count }), { seed, numRuns: 1 })[0] ??
    []
  );
}

/** Fires them, many at once; returns what is wrong with the answers, each with its shot. */
async function fireAll(shots: Shot[], actors: Actor[], secrets: string[], tally: Tally): Promise<string[]> {
  const faults: string[] = [];
  const left = shots.map((shot, place) => ({ shot, actor: actors[place % actors.length] as Actor }));
  const shooter = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) {
      const { shot, actor } = next;
      await fire(app, actor, shot, secrets, tally).catch((error: Error) =>
        faults.push(`${error.message.slice(0, 500)}\n    ${describe(actor, shot)}`),
      );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, shooter));
  return faults;
}

function report(name: string, tally: Tally, faults: string[]): void {
  const counts = [...tally].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
  console.log(`${name}: ${counts.join(", ")}`);
  assert.equal(
    faults.length,
    0,
    `${faults.length} faults; FUZZ_SEED=${seed}\n  ${faults.slice(0, 8).join("\n  ")}`,
  );
  const all = [...tally.values()].reduce((sum, count) => sum + count, 0);
  const good = tally.get(200) ?? 0;
  assert.ok(good > all / 20, `${good} of ${all} came through: the shots miss`);
}

/** Fires this many random requests at each kind of edge. */
export function fuzz(requests: { customers: number; operator: number; sources: number }): void {
  before(async () => {
    app = await startTestApp({ LOG_LEVEL: "silent", MAX_OPEN_ORDERS: "1000" });
    victim = await createVictim(app);
    // The shots contain these ids, so answers may repeat them.
    const given = Object.values(victim.ids);
    hidden = [...victim.secrets.filter((secret) => !given.includes(secret)), ...(await namesInside())];
    console.log(`FUZZ_SEED=${seed}`);
  });
  after(() => app.close());

  test(`customers: ${requests.customers} requests`, async () => {
    const before = await victim.things();
    const routes = app.app.routes.filter((route) => isOurs(route) && !isForOperators(route));
    const shots = sample(routes, Object.values(victim.ids), requests.customers);
    const tally: Tally = new Map();
    const faults: string[] = [];
    const deadline = performance.now() + longestMilliseconds;
    while (shots.length > 0 && performance.now() < deadline) {
      const { accountId, actors } = await createCast(app);
      const inTest = await Promise.all(
        accountRoles.map((role) => member(app, accountId, role, { mode: "test" })),
      );
      const customers = [...actors, ...inTest].filter(({ caller }) => caller !== "operator");
      faults.push(...(await fireAll(shots.splice(0, castLasts), customers, hidden, tally)));
    }
    if (shots.length > 0) console.log(`${shots.length} were left out: this machine is too busy`);
    report("customers", tally, faults);
    assert.deepEqual(await victim.things(), before, "the victim has everything as it was");
    await assertBooks(app.db);
  });

  test(`operators: ${requests.operator} requests`, async () => {
    const routes = app.app.routes.filter((route) => isOurs(route) && isForOperators(route));
    const shots = sample(
      routes,
      [String(victim.accountId), "1", "2", "whatsapp", victim.orderId],
      requests.operator,
    );
    const tally: Tally = new Map();
    const faults = await fireAll(shots, [await member(app, 0, "operator")], await namesInside(), tally);
    report("operators", tally, faults);
    const { faults: wrong } = await verifyBooks(app.db); // An operator may overdraw a wallet.
    assert.deepEqual(wrong, []);
  });

  test(`sources: ${requests.sources} requests`, async () => {
    const sources = [
      await openSource(app, "generic"),
      await openSource(app, "generic", { auth: "hmac" }),
      await openSource(app, "generic", { auth: "basic" }),
      await openSource(app, "generic", { settings: { items: "sms" } }),
      await openSource(app, "twilio", { secrets: ["secret"] }),
    ];
    const field = { type: "string" };
    const part = { type: "integer", minimum: 0, maximum: 300 };
    const properties = {
      to: { type: "string", pattern: "^\\+?[1-9][0-9]{6,14}$" },
      from: field,
      text: field,
      id: field,
    };
    const body = {
      type: "object",
      properties: { ...properties, partTotal: part },
      required: ["to", "from", "text"],
    };
    const known = sources.flatMap(({ path }) =>
      (["POST", "GET"] as const).map((method) => ({
        method,
        url: path,
        scope: undefined,
        schema: method === "GET" ? { querystring: body } : { body },
      })),
    );
    const guessed = app.app.routes.filter(({ url }) => url.startsWith("/in/"));
    const shots = sample([...known, ...known, ...guessed], ["generic", "1", "2"], requests.sources);
    const tally: Tally = new Map();
    const faults = await fireAll(shots, [nobody], hidden, tally);
    report("sources", tally, faults);
  });
}
