/** The addresses that the web app has a page for, as its router writes them (web/src/app/routes/). */
export const pagePaths = [
  "/sign-in",
  "/sign-up",
  "/confirm",
  "/forgot",
  "/reset",
  "/new-password",
  "/invitation",
  "/docs",
  "/docs/extract",
  "/prices",
  "/changelog",
  "/terms",
  "/",
  "/rent",
  "/orders",
  "/wallet",
  "/api",
  "/guides",
  "/team",
  "/settings",
  "/verification",
  "/lawful-use",
  "/operator",
  "/operator/customers",
  "/operator/customers/$id",
  "/operator/customers/$id/statement",
  "/operator/orders",
  "/operator/messages",
  "/operator/numbers",
  "/operator/register",
  "/operator/pools",
  "/operator/sources",
  "/operator/services",
  "/operator/policies",
  "/operator/verifications",
  "/operator/audit",
  "/operator/privacy",
  "/operator/health",
  "/operator/settings",
  "/operator/pools/$id",
  "/operator/outbox",
];

const patterns = pagePaths.map((path) => new RegExp(`^${path.replaceAll(/\$\w+/g, "[\\w-]+")}$`));

/** With or without a trailing slash: people type both. */
export const isPage = (path: string): boolean => {
  const plain = path.replace(/(?<=.)\/$/, "");
  return patterns.some((pattern) => pattern.test(plain));
};
