import { Type } from "typebox";
import { readCountryCode } from "../../../domain/catalog/country-code.ts";
import { listServices } from "../../../domain/catalog/list-services.ts";
import { listCountries } from "../../../domain/catalog/queries.ts";
import { terms } from "../../../domain/accounts/terms.ts";
import { ok } from "../../../http/ok.ts";
import type { Routes } from "../../../http/routes.ts";
import { cached } from "../../../kit/cache.ts";
import { moneyJson } from "../../../kit/money.ts";
import { terms as shownTerms, me } from "../answers/member.ts";
import { publicPrices, type PublicPrices } from "../answers/public.ts";
import { answer, nullable } from "../answers/shapes.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { countryText } from "../schemas.ts";
import { mailOf, showSigned } from "../show.ts";

const config = { who: "anyone" } as const;
/** Visitors who are not signed in cost the database at most this often per country. */
const rememberedMilliseconds = 60_000;

/** What visitors read before they sign in. */
export function publicRoutes(app: Routes, deps: DashboardDeps): void {
  const { currency, showsPrices, termsVersion, terms: ownTerms } = deps.settings;
  const empty: PublicPrices = { shown: false, currency, countries: [], services: [] };

  const pricesOf = cached(async (country: string): Promise<PublicPrices> => {
    const [countries, services] = await Promise.all([
      listCountries(deps.db, "live", deps.rules),
      listServices(deps, { mode: "live", provider: "global", country }),
    ]);
    return {
      shown: true,
      currency,
      countries: countries.map(({ code, name }) => ({ country: code, name })),
      services: services.map(({ slug, name, priceMinor, count, successRate }) => ({
        service: slug,
        name,
        price: moneyJson(priceMinor),
        in_stock: count > 0,
        success_rate: successRate,
      })),
    };
  }, rememberedMilliseconds);

  app.get(
    "/prices",
    {
      config: { ...config, compress: true },
      schema: { querystring: Type.Object({ country: countryText }), response: answer(publicPrices) },
    },
    async ({ query }) => ok(showsPrices ? await pricesOf(readCountryCode(query.country)) : empty),
  );

  app.get("/terms", { config, schema: { response: answer(shownTerms) } }, async () =>
    ok({ ...terms, version: termsVersion, operator: ownTerms }),
  );

  // Null rather than a refusal, which browsers would log as an error at every visit of somebody who is not signed in.
  app.get(
    "/session",
    { config: { ...config, withAnyPassword: true }, schema: { response: answer(nullable(me)) } },
    async ({ signed }) =>
      ok(
        (signed as typeof signed | undefined) ? { ...showSigned(signed), mail: mailOf(deps.settings) } : null,
      ),
  );
}
