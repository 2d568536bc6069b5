import type { FastifyInstance, FastifySchema } from "fastify";
import type { Access } from "../domain/accounts/account.ts";

export interface ListedRoute {
  method: string;
  url: string;
  schema: FastifySchema;
  /** What a key must be allowed to do; undefined where keys are not asked for. */
  scope: Access | undefined;
  /** Whether its answers are compressed as they are made. */
  compress?: boolean;
}

/** The routes that are registered from now on, by whichever edge; the list grows with them. */
export function listRoutes(app: FastifyInstance): ListedRoute[] {
  const routes: ListedRoute[] = [];
  app.addHook("onRoute", ({ method, url, schema = {}, config }) => {
    for (const one of [method].flat())
      routes.push({ method: one, url, schema, scope: config?.scope, compress: config?.compress === true });
  });
  return routes;
}
