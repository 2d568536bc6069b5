import { createRoute, lazyRouteComponent, redirect, retainSearchParams } from "@tanstack/react-router";
import { isApiError } from "../api/error.ts";
import { meQuery } from "../data/use-me.ts";
import { queryClient } from "./query-client.ts";
import { rootRoute } from "./root-route.tsx";
import { readModeSearch, type ModeSearch } from "../state/mode.ts";
import { sessionLost } from "../state/session-lost.ts";

/** Everything behind the sign-in. Every link leads to a page in the same mode, unless it says otherwise. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "shell",
  validateSearch: (search: Record<string, unknown>): ModeSearch => readModeSearch(search),
  search: { middlewares: [retainSearchParams<ModeSearch>(["in"])] },
  component: lazyRouteComponent(() => import("./shell/Shell.tsx"), "Shell"),
  beforeLoad: async ({ location }) => {
    const me = await queryClient.ensureQueryData(meQuery).catch(async (error: unknown) => {
      const kept = isApiError(error, "offline") && (await import("./kept-page.ts")).showKept(queryClient);
      if (kept) return kept;
      if (!isApiError(error, "unauthorized")) throw error;
      sessionLost.set(false); // Nobody was signed in before: the sign-in page, not the modal.
      throw redirect({ to: "/sign-in", search: location.pathname === "/" ? {} : { to: location.href } });
    });
    if (me.must_change_password) throw redirect({ to: "/new-password" });
  },
});
