import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../root-route.tsx";
import { searchOf } from "../../state/search.ts";

const parent = { getParentRoute: () => rootRoute };

export const signInRoute = createRoute({
  ...parent,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): { to?: string } => {
    const to = search["to"];
    // Only to our own pages.
    return typeof to === "string" && /^\/(?![/\\])/.test(to) ? { to } : {};
  },
  component: lazyRouteComponent(() => import("../../pages/entry/SignInPage.tsx"), "SignInPage"),
});

const signUpRoute = createRoute({
  ...parent,
  path: "/sign-up",
  component: lazyRouteComponent(() => import("../../pages/entry/SignUpPage.tsx"), "SignUpPage"),
});

const confirmRoute = createRoute({
  ...parent,
  path: "/confirm",
  component: lazyRouteComponent(() => import("../../pages/entry/ConfirmPage.tsx"), "ConfirmPage"),
});

const forgotRoute = createRoute({
  ...parent,
  path: "/forgot",
  component: lazyRouteComponent(() => import("../../pages/entry/ForgotPage.tsx"), "ForgotPage"),
});

const resetRoute = createRoute({
  ...parent,
  path: "/reset",
  component: lazyRouteComponent(() => import("../../pages/entry/ResetPage.tsx"), "ResetPage"),
});

const newPasswordRoute = createRoute({
  ...parent,
  path: "/new-password",
  component: lazyRouteComponent(() => import("../../pages/entry/NewPasswordPage.tsx"), "NewPasswordPage"),
});

const invitationRoute = createRoute({
  ...parent,
  path: "/invitation",
  component: lazyRouteComponent(() => import("../../pages/entry/InvitationPage.tsx"), "InvitationPage"),
});

const referenceRoute = createRoute({
  ...parent,
  path: "/docs",
  component: lazyRouteComponent(
    () => import("../../pages/anyone/reference/ReferencePage.tsx"),
    "ReferencePage",
  ),
});

const extractRoute = createRoute({
  ...parent,
  path: "/docs/extract",
  component: lazyRouteComponent(() => import("../../pages/anyone/extract/ExtractPage.tsx"), "ExtractPage"),
});

const pricesRoute = createRoute({
  ...parent,
  path: "/prices",
  validateSearch: searchOf("country", "q"),
  component: lazyRouteComponent(() => import("../../pages/anyone/prices/PricesPage.tsx"), "PricesPage"),
});

const changelogRoute = createRoute({
  ...parent,
  path: "/changelog",
  component: lazyRouteComponent(
    () => import("../../pages/anyone/changelog/ChangelogPage.tsx"),
    "ChangelogPage",
  ),
});

const termsRoute = createRoute({
  ...parent,
  path: "/terms",
  component: lazyRouteComponent(() => import("../../pages/anyone/terms/TermsPage.tsx"), "TermsPage"),
});

const reportRoute = createRoute({
  ...parent,
  path: "/report",
  component: lazyRouteComponent(() => import("../../pages/anyone/report/ReportPage.tsx"), "ReportPage"),
});

const caseRoute = createRoute({
  ...parent,
  path: "/report/case",
  component: lazyRouteComponent(() => import("../../pages/anyone/report/CasePage.tsx"), "CasePage"),
});

const certificateRoute = createRoute({
  ...parent,
  path: "/certificate",
  component: lazyRouteComponent(
    () => import("../../pages/anyone/certificate/CertificatePage.tsx"),
    "CertificatePage",
  ),
});

export const publicRoutes = [
  signInRoute,
  signUpRoute,
  confirmRoute,
  forgotRoute,
  resetRoute,
  newPasswordRoute,
  invitationRoute,
  referenceRoute,
  extractRoute,
  pricesRoute,
  changelogRoute,
  termsRoute,
  reportRoute,
  caseRoute,
  certificateRoute,
] as const;
