import { Type } from "typebox";
import { sandboxCategory } from "../../../domain/catalog/catalog.ts";
import { listServices } from "../../../domain/catalog/queries.ts";
import type { Mode } from "../../../domain/wallet/wallet.ts";
import { keepAnswer, sendKept } from "../../../http/kept-answer.ts";
import { ok } from "../../../http/ok.ts";
import type { Routes } from "../../../http/routes.ts";
import { cached } from "../../../kit/cache.ts";
import { everyRole, walletOf } from "../access.ts";
import { catalogService, type CatalogService } from "../answers/catalog.ts";
import { answer } from "../answers/shapes.ts";
import type { DashboardDeps } from "../dashboard.ts";

/** What an operator allows or restricts may be found this much later; a rent decides anew. */
const rememberedMilliseconds = 5000;

/** Every service with its other names, restricted ones too: what a search on the pages looks through. */
export function catalogRoute(app: Routes, deps: DashboardDeps): void {
  const listing = cached(async (mode: Mode) => {
    const data = (await listServices(deps.db))
      .filter((service) => mode === "test" || service.category !== sandboxCategory)
      .map(({ slug, name, aliases, restricted }): CatalogService => ({ slug, name, aliases, restricted }));
    return keepAnswer(JSON.stringify(ok(data)), "application/json; charset=utf-8", "passing");
  }, rememberedMilliseconds);
  app.get(
    "/catalog",
    { config: { who: everyRole }, schema: { response: answer(Type.Array(catalogService)) } },
    async (request, reply) => {
      reply.header("cache-control", "private, no-cache");
      return sendKept(request, reply, await listing(walletOf(request).mode), ["Cookie", "X-Zap-Mode"]);
    },
  );
}
