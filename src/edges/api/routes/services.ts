import { Type } from "typebox";
import type { Offer, Provider } from "../../../domain/catalog/catalog.ts";
import { readCountryCode } from "../../../domain/catalog/country-code.ts";
import {
  listPoolsOf,
  listServices,
  type ListedService,
  type Market,
} from "../../../domain/catalog/list-services.ts";
import { quantileSeconds, successRate } from "../../../domain/catalog/outcomes.ts";
import { moneyJson } from "../../../kit/money.ts";
import { cached } from "../../../kit/cache.ts";
import type { Routes } from "../../../http/routes.ts";
import type { ApiDeps } from "../api.ts";
import { answers, country, provider, service, success } from "../schemas.ts";
import {
  listedPool,
  listedService,
  type ListedPool,
  type ListedService as ShownService,
} from "../answers/catalogue.ts";
import { keepAnswer, sendKept } from "../../../http/kept-answer.ts";
import { ok } from "../../../http/ok.ts";

/** Listings may be this old: nothing is decided from them, since the price is quoted again at the rent. */
const rememberedMilliseconds = 1000;

export function servicesRoute(api: Routes, deps: ApiDeps): void {
  const listing = cached(async (market: Market) => {
    const data = (await listServices(deps, market)).map(showService);
    return keepAnswer(JSON.stringify(ok(data)), "application/json; charset=utf-8", "passing");
  }, rememberedMilliseconds);
  api.get(
    "/services",
    {
      config: { scope: "list" },
      schema: {
        operationId: "getServices",
        tags: ["Catalogue"],
        summary: "Get services",
        description:
          "Every service of a country by name, or with `service` the pools one can rent it from, the best first.",
        querystring: Type.Object({
          country,
          service: Type.Optional(service),
          provider: Type.Optional(provider),
        }),
        response: answers(
          "Every service of the country, or the pools of one service.",
          success(Type.Union([Type.Array(listedService), Type.Array(listedPool)])),
          [
            "invalid_request",
            "unknown_country",
            "unknown_service",
            "unknown_provider",
            "service_restricted",
            "country_restricted",
          ],
        ),
      },
    },
    async (request, reply) => {
      const { caller, query } = request;
      const market = {
        mode: caller.mode,
        provider: (query.provider ?? "global").toLowerCase() as Provider,
        country: readCountryCode(query.country),
      };
      if (query.service === undefined) {
        // The answer is the same for everyone, so clients may cache it; but not under a URL that contains a key.
        if (!("api_key" in (request.query as object))) reply.header("cache-control", "private, no-cache");
        return sendKept(request, reply, await listing(market), ["Authorization", "Cookie", "X-Zap-Mode"]);
      }
      return ok((await listPoolsOf(deps, market, query.service.toLowerCase())).map(showPool));
    },
  );
}

const showService = (entry: ListedService): ShownService => ({
  service_id: entry.slug,
  service_name: entry.name,
  price: moneyJson(entry.priceMinor),
  count: entry.count,
  success_rate: entry.successRate,
});

const showPool = ({
  poolId,
  poolName,
  priceMinor,
  outcomes,
  count,
}: Offer & { count: number }): ListedPool => ({
  pool: String(poolId),
  name: poolName,
  success_rate: successRate(outcomes),
  price: moneyJson(priceMinor),
  count,
  sample_size: outcomes.delivered + outcomes.failed,
  median_seconds: quantileSeconds(outcomes, 0.5),
  p95_seconds: quantileSeconds(outcomes, 0.95),
});
