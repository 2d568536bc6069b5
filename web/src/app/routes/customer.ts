import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { orderFilters } from "../../parts/orders/filters.ts";
import { chosenMode, modeSearch } from "../../state/mode.ts";
import { periodFilters } from "../../state/period.ts";
import { searchOf, type Search } from "../../state/search.ts";
import { meQuery } from "../../data/use-me.ts";
import { queryClient } from "../query-client.ts";
import { shellRoute } from "../shell-route.ts";

/** The router parses digits as a number. */
const text = (value: unknown): string | undefined =>
  typeof value === "number" ? String(value) : typeof value === "string" && value !== "" ? value : undefined;

const parent = { getParentRoute: () => shellRoute };

export const homeRoute = createRoute({
  ...parent,
  path: "/",
  beforeLoad: ({ search }) => {
    const me = queryClient.getQueryData(meQuery.queryKey);
    if (me && !me.account) throw redirect({ to: "/operator", replace: true });
    throw redirect({ to: "/rent", search: { ...modeSearch(chosenMode.get()), ...search }, replace: true });
  },
});

export const rentRoute = createRoute({
  ...parent,
  path: "/rent",
  validateSearch: (search: Record<string, unknown>): { country?: string; service?: string } => {
    const country = text(search["country"]);
    const service = text(search["service"]);
    return { ...(country ? { country } : {}), ...(service ? { service } : {}) };
  },
  component: lazyRouteComponent(() => import("../../pages/account/rent/RentPage.tsx"), "RentPage"),
});

export const ordersRoute = createRoute({
  ...parent,
  path: "/orders",
  validateSearch: (
    search: Record<string, unknown>,
  ): Search<(typeof orderFilters)[number]> & { order?: number } => {
    const order = Number(search["order"]);
    const isOrder = Number.isSafeInteger(order) && order > 0;
    return { ...searchOf(...orderFilters)(search), ...(isOrder ? { order } : {}) };
  },
  component: lazyRouteComponent(() => import("../../pages/account/orders/OrdersPage.tsx"), "OrdersPage"),
});

export const walletRoute = createRoute({
  ...parent,
  path: "/wallet",
  validateSearch: searchOf("kind", "sort", ...periodFilters),
  component: lazyRouteComponent(() => import("../../pages/account/wallet/WalletPage.tsx"), "WalletPage"),
});

export const apiRoute = createRoute({
  ...parent,
  path: "/api",
  validateSearch: searchOf("q", "state", "new", "by"),
  component: lazyRouteComponent(() => import("../../pages/account/api/ApiPage.tsx"), "ApiPage"),
});

export const guidesRoute = createRoute({
  ...parent,
  path: "/guides",
  validateSearch: (search: Record<string, unknown>): { guide?: string } => {
    const guide = text(search["guide"]);
    return guide ? { guide } : {};
  },
  component: lazyRouteComponent(() => import("../../pages/account/guides/GuidesPage.tsx"), "GuidesPage"),
});

export const teamRoute = createRoute({
  ...parent,
  path: "/team",
  validateSearch: searchOf("q", "role", "by"),
  component: lazyRouteComponent(() => import("../../pages/account/team/TeamPage.tsx"), "TeamPage"),
});

export const settingsRoute = createRoute({
  ...parent,
  path: "/settings",
  component: lazyRouteComponent(
    () => import("../../pages/account/settings/SettingsPage.tsx"),
    "SettingsPage",
  ),
});

const verificationRoute = createRoute({
  ...parent,
  path: "/verification",
  component: lazyRouteComponent(
    () => import("../../pages/account/standing/VerificationPage.tsx"),
    "VerificationPage",
  ),
});

const lawfulUseRoute = createRoute({
  ...parent,
  path: "/lawful-use",
  component: lazyRouteComponent(
    () => import("../../pages/account/standing/LawfulUsePage.tsx"),
    "LawfulUsePage",
  ),
});

const casesRoute = createRoute({
  ...parent,
  path: "/cases",
  component: lazyRouteComponent(() => import("../../pages/account/cases/CasesPage.tsx"), "CasesPage"),
});

export const customerRoutes = [
  homeRoute,
  rentRoute,
  ordersRoute,
  walletRoute,
  apiRoute,
  guidesRoute,
  teamRoute,
  settingsRoute,
  verificationRoute,
  lawfulUseRoute,
  casesRoute,
] as const;
