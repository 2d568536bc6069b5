import { Ajv2020 } from "ajv/dist/2020.js";
import assert from "node:assert/strict";
import { statusOf } from "../../src/edges/api/errors.ts";
import { dashboardCodes } from "../../src/edges/dashboard/errors.ts";
import type { TestApp } from "../helpers/app.ts";
import { checkAnswer } from "../helpers/openapi.ts";
import { patienceSeconds } from "../helpers/until.ts";
import type { Actor } from "./cast.ts";
import type { Shot } from "./shots.ts";

const apiPrefix = "/account/api/v1";

const isError = new Ajv2020().compile({
  type: "object",
  required: ["status", "code", "message", "request_id"],
  properties: {
    status: { const: "error" },
    code: { enum: Object.keys({ ...statusOf, ...dashboardCodes.statuses }) },
    message: { type: "string", minLength: 5 },
    request_id: { type: "string", minLength: 5 },
    field: { type: "string" },
  },
});

/** What our internals look like: stacks, paths, SQL, errors of the database and its driver. */
const insides =
  /\bat .{0,80}\.[jt]s:\d+|node_modules|\/src\/|\.ts\b|\bselect\b.+\bfrom\b|\binsert into\b|violates|syntax error|relation "|column "|SQLSTATE|\bpg_|[Pp]ostgres|ECONN|\w*Error:|undefined|\[object/;

/** The number of answers by status. */
export type Tally = Map<number, number>;

/** Makes the request and checks the answer against what every answer must satisfy. Throws what is wrong with it. */
export async function fire(
  app: TestApp,
  actor: Actor,
  shot: Shot,
  secrets: string[],
  tally: Tally,
): Promise<void> {
  const { route, path, query, body } = shot;
  const search = new URLSearchParams(query).toString();
  const response = await fetch(`${app.url}${path}${search && `?${search}`}`, {
    method: route.method,
    // A member who has been removed from the team in the meantime is a stranger.
    headers: { ...shot.headers, ...(await actor.headers().catch(() => ({}))) },
    redirect: "manual",
    signal: AbortSignal.timeout(patienceSeconds * 1000),
    ...(body === undefined ? {} : { body }),
  });
  tally.set(response.status, (tally.get(response.status) ?? 0) + 1);
  const type = response.headers.get("content-type") ?? "";
  const isStream = type.startsWith("text/event-stream");
  const text = isStream ? "" : await response.text();
  if (isStream) await response.body?.cancel();
  const parsed: unknown = type.startsWith("application/json") && text !== "" ? JSON.parse(text) : undefined;
  const { code } = (parsed ?? {}) as { code?: string };

  assert.ok(
    // A busy machine may find the database slow; /readyz is there to say so.
    response.status < 500 || code === "supplier_unavailable" || shot.path === "/readyz",
    `${response.status} ${text.slice(0, 300)}`,
  );
  if (response.status >= 400 && route.method !== "HEAD")
    assert.ok(isError(parsed), `an error is not as documented: ${response.status} ${text.slice(0, 300)}`);
  const told = withoutEcho(shot, `${JSON.stringify([...response.headers])}${response.ok ? "" : text}`);
  const inside = insides.exec(told)?.[0];
  assert.ok(inside === undefined, `shows what is inside: ${inside} in ${text.slice(0, 300)}`);
  // Names of constraints and the like are among the secrets.
  const asked = JSON.stringify([path, query, shot.headers, typeof body === "string" ? body : ""]);
  for (const secret of secrets)
    if (!asked.includes(secret)) assert.ok(!text.includes(secret), `shows "${secret}"`);
  if (path.startsWith(apiPrefix) && code !== "csrf_refused") {
    const { status, headers } = response;
    await checkAnswer(app.url, path.slice(apiPrefix.length), route.method, {
      status,
      headers,
      text,
      body: parsed,
    });
  }
}

/** An answer may repeat the request: that is not one of our internals. */
function withoutEcho({ path, query, body }: Shot, text: string): string {
  const own = [path, ...query.flat(), ...(typeof body === "string" ? valuesIn(body) : [])];
  return own
    .filter((each) => each.length > 2)
    .reduce(
      (rest, each) => rest.replaceAll(JSON.stringify(each).slice(1, -1), "…").replaceAll(each, "…"),
      text,
    );
}

function valuesIn(body: string): string[] {
  const found: string[] = [];
  try {
    JSON.parse(body, (name, value: unknown) => {
      found.push(name, ...(typeof value === "string" ? [value] : []));
      return value;
    });
  } catch {
    return [body];
  }
  return found;
}

/** A description of a failed shot, enough to repeat it. */
export const describe = (actor: Actor, { route, path, query, headers, body }: Shot): string =>
  JSON.stringify({
    actor: actor.name,
    method: route.method,
    path,
    query,
    headers,
    body: (typeof body === "string" ? body : String(body)).slice(0, 1000),
  });
