import cookie from "@fastify/cookie";
import type { FastifyInstance } from "fastify";
import type { Routes } from "../../http/routes.ts";
import { useAccess, type DashboardRoute } from "./access.ts";
import { dashboardPrefix, type DashboardDeps } from "./dashboard.ts";
import { identify } from "./identify.ts";
import { customerRoutes } from "./operator/customers.ts";
import { importRoute } from "./operator/import.ts";
import { messageRoutes } from "./operator/messages.ts";
import { numberRoutes } from "./operator/numbers.ts";
import { orderRoutes, refundRoute } from "./operator/orders.ts";
import { overviewRoute } from "./operator/overview.ts";
import { poolRoutes } from "./operator/pools.ts";
import { policyRoutes } from "./operator/policies.ts";
import { priceRoutes } from "./operator/prices.ts";
import { privacyRoutes } from "./operator/privacy.ts";
import { registerRoutes } from "./operator/register.ts";
import { reportRoutes } from "./operator/reports.ts";
import { requestRoutes } from "./operator/requests.ts";
import { serviceRoutes } from "./operator/services.ts";
import { lineRoutes } from "./operator/lines.ts";
import { sourceRoutes } from "./operator/sources.ts";
import { customerStatementRoutes } from "./operator/statement.ts";
import { standingRoutes } from "./operator/standing.ts";
import { systemRoutes } from "./operator/system.ts";
import { transparencyRoute } from "./operator/transparency.ts";
import { accountRoutes } from "./routes/account.ts";
import { caseRoutes } from "./routes/cases.ts";
import { catalogRoute } from "./routes/catalog.ts";
import { certificateRoutes } from "./routes/certificates.ts";
import { firstStepRoutes } from "./routes/first-steps.ts";
import { keyRoutes } from "./routes/keys.ts";
import { lawfulUseRoutes } from "./routes/lawful-use.ts";
import { limitRoute } from "./routes/limits.ts";
import { meRoutes } from "./routes/me.ts";
import { orderRoute } from "./routes/order.ts";
import { publicReportRoutes } from "./routes/report.ts";
import { publicRoutes } from "./routes/public.ts";
import { passkeyRoutes, passkeySignInRoutes } from "./routes/passkeys.ts";
import { pushRoutes } from "./routes/push.ts";
import { sessionRoutes } from "./routes/sessions.ts";
import { signInRoutes } from "./routes/sign-in.ts";
import { teamRoutes } from "./routes/team.ts";
import { totpRoutes } from "./routes/totp.ts";
import { verificationRoutes } from "./routes/verification.ts";
import { walletRoutes } from "./routes/wallet.ts";

/** Everything under `/dashboard/api`; returns its routes, with who may use them. */
export async function dashboardRoutes(
  server: FastifyInstance,
  deps: DashboardDeps,
): Promise<DashboardRoute[]> {
  let routes: DashboardRoute[] = [];
  await server.register(
    async (app) => {
      await app.register(cookie, { hook: false }); // For setting cookies; `sessionToken` reads ours.
      routes = useAccess(app, (request) => identify(deps, request), deps.countCall);
      const parts = [
        signInRoutes,
        publicRoutes,
        publicReportRoutes,
        meRoutes,
        totpRoutes,
        passkeyRoutes,
        passkeySignInRoutes,
        sessionRoutes,
        pushRoutes,
        teamRoutes,
        walletRoutes,
        keyRoutes,
        limitRoute,
        lawfulUseRoutes,
        verificationRoutes,
        orderRoute,
        certificateRoutes,
        catalogRoute,
        accountRoutes,
        caseRoutes,
        firstStepRoutes,
        overviewRoute,
        customerRoutes,
        customerStatementRoutes,
        orderRoutes,
        refundRoute,
        messageRoutes,
        numberRoutes,
        importRoute,
        registerRoutes,
        privacyRoutes,
        poolRoutes,
        priceRoutes,
        sourceRoutes,
        lineRoutes,
        serviceRoutes,
        policyRoutes,
        standingRoutes,
        reportRoutes,
        requestRoutes,
        transparencyRoute,
        systemRoutes,
      ];
      for (const part of parts) part(app as unknown as Routes, deps);
    },
    { prefix: dashboardPrefix },
  );
  return routes;
}
