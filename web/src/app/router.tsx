import { createRouter, lazyRouteComponent, stringifySearchWith } from "@tanstack/react-router";
import { CrashPage } from "./CrashPage.tsx";
import { followAddress } from "../state/mode.ts";
import { rootRoute } from "./root-route.tsx";
import { operatorRoutes } from "./routes/operator.ts";
import { publicRoutes } from "./routes/public.ts";
import { customerRoutes } from "./routes/customer.ts";
import { shellRoute } from "./shell-route.ts";

const routeTree = rootRoute.addChildren([
  ...publicRoutes,
  shellRoute.addChildren([...customerRoutes, ...operatorRoutes]),
]);

export const router = createRouter({
  routeTree,
  // ?pool=4 rather than ?pool=%224%22; the pages read everything as text.
  stringifySearch: stringifySearchWith(JSON.stringify),
  defaultPreload: "intent",
  defaultErrorComponent: CrashPage,
  defaultNotFoundComponent: lazyRouteComponent(() => import("./NotFoundPage.tsx"), "NotFoundPage"),
  notFoundMode: "root",
  scrollRestoration: true,
});

// The browser's own address changes a moment later.
router.history.subscribe(({ location }) => followAddress(location.search));

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
