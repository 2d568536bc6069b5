import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import assert from "node:assert/strict";
import type { DashboardRoute } from "../../src/edges/dashboard/access.ts";

const ajv = new Ajv2020({ strict: false });
formats.default(ajv);
const validators = new Map<object, ValidateFunction>();

/**
 * Checks the dashboard's answers against the schema of their route: every documented field, and no other. The pages
 * and the tests take their types from there, so this check is what makes those types true.
 */
export function checkDashboardAnswer(
  routes: DashboardRoute[],
  method: string,
  path: string,
  { status, body, text }: { status: number; body: unknown; text: string },
): void {
  if (status !== 200 || body === undefined) return;
  const [bare = ""] = path.split("?");
  const route = routes.find((one) => one.method === method && patternOf(one.url).test(bare));
  if (!route) return;
  const validate = validators.get(route.answer) ?? ajv.compile(jsonOf(route.answer));
  validators.set(route.answer, validate);
  assert.ok(
    validate(body),
    `${method} ${route.url} does not answer what it says: ${ajv.errorsText(validate.errors)} in ${text.slice(0, 300)}`,
  );
}

const patternOf = (url: string): RegExp => new RegExp(`^${url.replaceAll(/:\w+/g, "[^/]+")}$`);

/** If there are several kinds of answers, the JSON one. */
const jsonOf = (answer: object): object =>
  (answer as { content?: Record<string, { schema: object }> }).content?.["application/json"]?.schema ??
  answer;
