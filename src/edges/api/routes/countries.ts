import { Type } from "typebox";
import { listCountries } from "../../../domain/catalog/queries.ts";
import type { Routes } from "../../../http/routes.ts";
import type { ApiDeps } from "../api.ts";
import { answers, success } from "../schemas.ts";
import { country } from "../answers/catalogue.ts";
import { ok } from "../../../http/ok.ts";

export function countriesRoute(api: Routes, { db, rules }: ApiDeps): void {
  api.get(
    "/countries",
    {
      config: { scope: "list", compress: true },
      schema: {
        operationId: "getCountries",
        tags: ["Catalogue"],
        summary: "List countries",
        description: "Every country, by its ISO code, with how much there is to rent in it.",
        response: answers("Every country with something to rent.", success(Type.Array(country)), []),
      },
    },
    async ({ caller }) =>
      ok(
        (await listCountries(db, caller.mode, rules)).map(({ code, name, dialCode, services, numbers }) => ({
          country: code,
          name,
          dial_code: dialCode,
          services,
          count: numbers,
        })),
      ),
  );
}
