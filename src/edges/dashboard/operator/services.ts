import { Type } from "typebox";
import { restrict } from "../../../domain/catalog/restrict.ts";
import { listServices } from "../../../domain/catalog/queries.ts";
import { actorOf, operators } from "../access.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { choice, reason, text } from "../schemas.ts";
import { changedService, service } from "../answers/operator/services.ts";
import { answer } from "../answers/shapes.ts";

const config = { who: operators };
const query = Type.Object({ q: Type.Optional(text(1, 64)), restricted: Type.Optional(choice(["0", "1"])) });
const schema = {
  params: Type.Object({ slug: text(1, 64) }),
  body: Type.Object({ reason }),
  response: answer(changedService),
};

/** The services that codes may be for. */
export function serviceRoutes(app: Routes, deps: DashboardDeps): void {
  app.get(
    "/operator/services",
    {
      config: { ...config, compress: true },
      schema: { querystring: query, response: answer(Type.Array(service)) },
    },
    async (request) => {
      const { q = "", restricted } = request.query;
      const wanted = q.toLowerCase();
      const found = (await listServices(deps.db)).filter(
        (one) =>
          (restricted === undefined || one.restricted === (restricted === "1")) &&
          [one.slug, one.name, one.category, ...one.aliases].some((name) =>
            name.toLowerCase().includes(wanted),
          ),
      );
      return ok(found.map(({ id: _id, ...shown }) => shown));
    },
  );

  for (const [verb, restricted] of [
    ["restrict", true],
    ["allow", false],
  ] as const) {
    app.post(`/operator/services/:slug/${verb}`, { config, schema }, async (request) => {
      const input = { service: request.params.slug, restricted, ...request.body, actor: actorOf(request) };
      const { id: _, ...shown } = await restrict(deps, input);
      return ok(shown);
    });
  }
}
