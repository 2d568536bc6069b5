import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { meQuery } from "../../data/use-me.ts";
import { operatorOrderFilters } from "../../parts/orders/filters.ts";
import { queryClient } from "../query-client.ts";
import { periodFilters } from "../../state/period.ts";
import { searchOf } from "../../state/search.ts";
import { shellRoute } from "../shell-route.ts";

/**
 * The server refuses all of these routes to anybody else; they are redirected home rather than to a page of refusals.
 */
function onlyOperators(): void {
  if (!queryClient.getQueryData(meQuery.queryKey)?.operator) throw redirect({ to: "/", replace: true });
}

const parent = { getParentRoute: () => shellRoute, beforeLoad: onlyOperators };

const overviewRoute = createRoute({
  ...parent,
  path: "/operator",
  component: lazyRouteComponent(
    () => import("../../pages/operator/overview/OverviewPage.tsx"),
    "OverviewPage",
  ),
});

const customersRoute = createRoute({
  ...parent,
  path: "/operator/customers",
  validateSearch: searchOf("q", "state", "sort", ...periodFilters),
  component: lazyRouteComponent(
    () => import("../../pages/operator/customers/CustomersPage.tsx"),
    "CustomersPage",
  ),
});

export const customerRoute = createRoute({
  ...parent,
  path: "/operator/customers/$id",
  component: lazyRouteComponent(
    () => import("../../pages/operator/customers/CustomerPage.tsx"),
    "CustomerPage",
  ),
});

const statementRoute = createRoute({
  ...parent,
  path: "/operator/customers/$id/statement",
  validateSearch: searchOf("mode", "kind", "sort", ...periodFilters),
  component: lazyRouteComponent(
    () => import("../../pages/operator/customers/CustomerStatementPage.tsx"),
    "CustomerStatementPage",
  ),
});

const operatorOrdersRoute = createRoute({
  ...parent,
  path: "/operator/orders",
  validateSearch: searchOf(...operatorOrderFilters),
  component: lazyRouteComponent(
    () => import("../../pages/operator/orders/OperatorOrdersPage.tsx"),
    "OperatorOrdersPage",
  ),
});

const messagesRoute = createRoute({
  ...parent,
  path: "/operator/messages",
  validateSearch: searchOf("q", "state", "source", "sort", ...periodFilters),
  component: lazyRouteComponent(
    () => import("../../pages/operator/messages/MessagesPage.tsx"),
    "MessagesPage",
  ),
});

const numbersRoute = createRoute({
  ...parent,
  path: "/operator/numbers",
  validateSearch: searchOf("q", "pool", "state", "country", "silent", "sort", ...periodFilters),
  component: lazyRouteComponent(() => import("../../pages/operator/numbers/NumbersPage.tsx"), "NumbersPage"),
});

const registerRoute = createRoute({
  ...parent,
  path: "/operator/register",
  validateSearch: searchOf("q", "country", "state"),
  component: lazyRouteComponent(
    () => import("../../pages/operator/register/RegisterPage.tsx"),
    "RegisterPage",
  ),
});

const poolsRoute = createRoute({
  ...parent,
  path: "/operator/pools",
  validateSearch: searchOf("q", "mode", "by"),
  component: lazyRouteComponent(() => import("../../pages/operator/pools/PoolsPage.tsx"), "PoolsPage"),
});

const sourcesRoute = createRoute({
  ...parent,
  path: "/operator/sources",
  validateSearch: searchOf("q", "state", "by"),
  component: lazyRouteComponent(() => import("../../pages/operator/sources/SourcesPage.tsx"), "SourcesPage"),
});

const servicesRoute = createRoute({
  ...parent,
  path: "/operator/services",
  validateSearch: searchOf("q", "state", "by"),
  component: lazyRouteComponent(
    () => import("../../pages/operator/services/ServicesPage.tsx"),
    "ServicesPage",
  ),
});

const policiesRoute = createRoute({
  ...parent,
  path: "/operator/policies",
  component: lazyRouteComponent(
    () => import("../../pages/operator/policies/PoliciesPage.tsx"),
    "PoliciesPage",
  ),
});

const verificationsRoute = createRoute({
  ...parent,
  path: "/operator/verifications",
  validateSearch: searchOf("state"),
  component: lazyRouteComponent(
    () => import("../../pages/operator/verifications/VerificationsPage.tsx"),
    "VerificationsPage",
  ),
});

const auditRoute = createRoute({
  ...parent,
  path: "/operator/audit",
  validateSearch: searchOf("q", "actor", "action", "sort", ...periodFilters),
  component: lazyRouteComponent(() => import("../../pages/operator/audit/AuditPage.tsx"), "AuditPage"),
});

const privacyRoute = createRoute({
  ...parent,
  path: "/operator/privacy",
  component: lazyRouteComponent(() => import("../../pages/operator/privacy/PrivacyPage.tsx"), "PrivacyPage"),
});

const healthRoute = createRoute({
  ...parent,
  path: "/operator/health",
  component: lazyRouteComponent(() => import("../../pages/operator/health/HealthPage.tsx"), "HealthPage"),
});

const operatorSettingsRoute = createRoute({
  ...parent,
  path: "/operator/settings",
  component: lazyRouteComponent(
    () => import("../../pages/operator/settings/OperatorSettingsPage.tsx"),
    "OperatorSettingsPage",
  ),
});

const poolRoute = createRoute({
  ...parent,
  path: "/operator/pools/$id",
  component: lazyRouteComponent(() => import("../../pages/operator/pools/PoolPage.tsx"), "PoolPage"),
});

const outboxRoute = createRoute({
  ...parent,
  path: "/operator/outbox",
  validateSearch: searchOf("q", "state", "sort", ...periodFilters),
  component: lazyRouteComponent(() => import("../../pages/operator/outbox/OutboxPage.tsx"), "OutboxPage"),
});

const reportsRoute = createRoute({
  ...parent,
  path: "/operator/reports",
  validateSearch: searchOf("q", "state", "category", "sort", ...periodFilters),
  component: lazyRouteComponent(() => import("../../pages/operator/reports/ReportsPage.tsx"), "ReportsPage"),
});

const reviewRoute = createRoute({
  ...parent,
  path: "/operator/reports/$id",
  component: lazyRouteComponent(() => import("../../pages/operator/reports/ReviewPage.tsx"), "ReviewPage"),
});

const requestsRoute = createRoute({
  ...parent,
  path: "/operator/requests",
  validateSearch: searchOf("q", "state", "due", "sort", ...periodFilters),
  component: lazyRouteComponent(
    () => import("../../pages/operator/requests/RequestsPage.tsx"),
    "RequestsPage",
  ),
});

const requestRoute = createRoute({
  ...parent,
  path: "/operator/requests/$id",
  component: lazyRouteComponent(() => import("../../pages/operator/requests/RequestPage.tsx"), "RequestPage"),
});

const transparencyRoute = createRoute({
  ...parent,
  path: "/operator/transparency",
  validateSearch: searchOf("from", "to"),
  component: lazyRouteComponent(
    () => import("../../pages/operator/transparency/TransparencyPage.tsx"),
    "TransparencyPage",
  ),
});

export const operatorRoutes = [
  overviewRoute,
  customersRoute,
  customerRoute,
  statementRoute,
  operatorOrdersRoute,
  messagesRoute,
  numbersRoute,
  registerRoute,
  poolsRoute,
  sourcesRoute,
  servicesRoute,
  policiesRoute,
  verificationsRoute,
  auditRoute,
  privacyRoute,
  healthRoute,
  outboxRoute,
  operatorSettingsRoute,
  poolRoute,
  reportsRoute,
  reviewRoute,
  requestsRoute,
  requestRoute,
  transparencyRoute,
] as const;
