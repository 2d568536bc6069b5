import type { FastifyInstance, FastifySchema } from "fastify";
import type { Access } from "../domain/accounts/account.ts";

export interface ListedRoute {
  method: string;
  url: string;
  schema: FastifySchema;
  /** The scope that a key must have; undefined if the route needs no key. */
  scope: Access | undefined;
  /** Whether its answers are compressed as they are sent. */
  compress?: boolean;
}

/** The routes that any edge registers from now on; the list grows with them. */
export function listRoutes(app: FastifyInstance): ListedRoute[] {
  const routes: ListedRoute[] = [];
  app.addHook("onRoute", ({ method, url, schema = {}, config }) => {
    for (const one of [method].flat())
      routes.push({ method: one, url, schema, scope: config?.scope, compress: config?.compress === true });
  });
  return routes;
}
