import type { FastifyInstance } from "fastify";
import type { Routes } from "../http/routes.ts";
import { prefix, type ApiDeps } from "../edges/api/api.ts";
import { useAuth } from "../edges/api/auth.ts";
import { countriesRoute } from "../edges/api/routes/countries.ts";
import { endOrderRoutes } from "../edges/api/routes/end-order.ts";
import { extractRoute } from "../edges/api/routes/extract.ts";
import { eventsRoute } from "../edges/api/routes/events.ts";
import { ordersRoute } from "../edges/api/routes/orders.ts";
import { rentRoute } from "../edges/api/routes/rent.ts";
import { sandboxRoute } from "../edges/api/routes/sandbox.ts";
import { servicesRoute } from "../edges/api/routes/services.ts";
import { smsRoute } from "../edges/api/routes/sms.ts";
import { userRoute } from "../edges/api/routes/user.ts";
import { sessionCaller } from "../edges/dashboard/identify.ts";
import type { Shop } from "./shop.ts";

const routes = [
  userRoute,
  countriesRoute,
  servicesRoute,
  rentRoute,
  smsRoute,
  ordersRoute,
  endOrderRoutes,
  eventsRoute,
  sandboxRoute,
  extractRoute,
];

/** The documented API, for callers with a key and for signed-in members. */
export async function serveApi(server: FastifyInstance, shop: Shop, deps: ApiDeps): Promise<void> {
  await server.register(
    async (api) => {
      useAuth(api, {
        ...shop,
        session: (request) => sessionCaller(deps, request),
        countCall: deps.countCall,
        counts: shop.counts,
      });
      for (const route of routes) route(api as unknown as Routes, deps);
    },
    { prefix },
  );
}
