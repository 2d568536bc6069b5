/** The pages of a customer, with data on each. */
export const customerScreens = [
  "rent?country=US&service=whatsapp",
  "orders",
  "wallet",
  "api",
  "guides",
  "team",
  "settings",
  "verification",
  "lawful-use",
  "cases",
];

/** A page with the sandbox's wallet. */
export const inSandbox = (path: string): string => `${path}${path.includes("?") ? "&" : "?"}in=sandbox`;

/** The pages of the operator. */
export const operatorScreens = [
  "operator",
  "operator/customers",
  "operator/orders",
  "operator/messages",
  "operator/numbers",
  "operator/register",
  "operator/pools",
  "operator/sources",
  "operator/services",
  "operator/policies",
  "operator/verifications",
  "operator/audit",
  "operator/privacy",
  "operator/health",
  "operator/outbox",
  "operator/reports",
  "operator/requests",
  "operator/transparency",
  "operator/settings",
];
