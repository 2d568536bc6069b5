import { until } from "./until.ts";

interface Readiness {
  status: number;
  body: { status: string; stopping: boolean; checks: Record<string, string> };
}

async function askReadiness(url: string): Promise<Readiness> {
  const response = await fetch(`${url}/readyz`);
  return { status: response.status, body: (await response.json()) as Readiness["body"] };
}

/** Repeats the request until a check is in this state; recent results are reused. */
export const untilCheck = (url: string, check: string, state: string): Promise<Readiness> =>
  until(
    () => askReadiness(url),
    ({ body }) => body.checks[check] === state,
  );
