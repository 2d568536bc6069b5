import { Type } from "typebox";
import { listCountries } from "../../../domain/catalog/sql.ts";
import type { Routes } from "../../../http/routes.ts";
import type { ApiDeps } from "../api.ts";
import { answers, success } from "../schemas.ts";

const entry = Type.Object({
  country: Type.String(),
  name: Type.String(),
  dial_code: Type.String(),
  services: Type.Integer({ description: "Services that can be rented." }),
  count: Type.Integer({
    description: "Numbers in our own inventory; the sandbox makes its numbers up as they are asked for.",
  }),
});

export function countriesRoute(api: Routes, { db }: ApiDeps): void {
  api.get(
    "/countries",
    {
      config: { scope: "list" },
      schema: {
        operationId: "getCountries",
        tags: ["Catalogue"],
        summary: "List countries",
        response: answers(success(Type.Array(entry)), []),
      },
    },
    async ({ caller }) => ({
      status: "success",
      data: (await listCountries(db, caller.mode)).map(({ code, name, dialCode, services, numbers }) => ({
        country: code,
        name,
        dial_code: dialCode,
        services,
        count: numbers,
      })),
    }),
  );
}
