// Who may do what: written by hand, and not derived from any declaration of a route. A route that is opened, closed
// or new fails `matrix.test.ts` until somebody has changed its row here and thought about it.
//
// + admitted (the answer depends on the input)   ? must authenticate (401)   - may not (403)

/** The columns, in order. */
export const callers = [
  "nobody",
  "spent key", // Malformed, revoked or expired.
  "barred key", // From an address outside its list, or of a suspended account.
  "read key",
  "rent key",
  "admin key",
  "viewer",
  "billing",
  "developer",
  "owner",
  "owner of a suspended account",
  "operator",
] as const;
export type Caller = (typeof callers)[number];

/** Monitoring, the reference, and the addresses of sources, whose token is in them. */
const open = `
GET    /                              + + +  + + +  + + + +  + +
GET    /account/api/v1/docs           + + +  + + +  + + + +  + +
GET    /account/api/v1/openapi.json   + + +  + + +  + + + +  + +
GET    /docs                          + + +  + + +  + + + +  + +
GET    /docs/                         + + +  + + +  + + + +  + +
GET    /docs/openapi.json             + + +  + + +  + + + +  + +
GET    /docs/openapi.yaml             + + +  + + +  + + + +  + +
GET    /openapi.json                  + + +  + + +  + + + +  + +
GET    /healthz                       + + +  + + +  + + + +  + +
GET    /readyz                        + + +  + + +  + + + +  + +
GET    /metrics                       + + +  + + +  + + + +  + +
GET    /in/:kind/:id/:token           + + +  + + +  + + + +  + +
POST   /in/:kind/:id/:token           + + +  + + +  + + + +  + +`;

/**
 * Codes are for owners, developers and every key; orders are rented and changed by those who knowingly pay for them.
 */
const api = `
GET    /account/api/v1/user           ? ? -  + + +  + + + +  - -
GET    /account/api/v1/countries      ? ? -  + + +  + + + +  - -
GET    /account/api/v1/services       ? ? -  + + +  + + + +  - -
GET    /account/api/v1/orders         ? ? -  + + +  + + + +  - -
GET    /account/api/v1/events         ? ? -  + + +  + + + +  - -
POST   /account/api/v1/tools/extract  ? ? -  + + +  + + + +  - -
GET    /account/api/v1/sms            ? ? -  + + +  - - + +  - -
POST   /account/api/v1/rent           ? ? -  - + +  - - + +  - -
POST   /account/api/v1/cancel         ? ? -  - + +  - - + +  - -
POST   /account/api/v1/report         ? ? -  - + +  - - + +  - -
POST   /account/api/v1/finish         ? ? -  - + +  - - + +  - -
POST   /account/api/v1/resend         ? ? -  - + +  - - + +  - -
POST   /account/api/v1/sandbox/sms    ? ? -  - + +  - - + +  - -`;

/**
 * No key opens a page. Pages before signing in are for everybody; a member's own pages are for every member,
 * including the operator.
 */
const dashboard = `
GET    /terms                         + + +  + + +  + + + +  + +
GET    /certificates/keys             + + +  + + +  + + + +  + +
POST   /certificates/check            + + +  + + +  + + + +  + +
GET    /prices                        + + +  + + +  + + + +  + +
GET    /session                       + + +  + + +  + + + +  + +
GET    /sign-up                       + + +  + + +  + + + +  + +
POST   /sign-up                       + + +  + + +  + + + +  + +
POST   /sign-in                       + + +  + + +  + + + +  + +
POST   /sign-in/passkey               + + +  + + +  + + + +  + +
POST   /sign-in/passkey/begin         + + +  + + +  + + + +  + +
POST   /sign-out                      + + +  + + +  + + + +  + +
POST   /invitations/look              + + +  + + +  + + + +  + +
POST   /invitations/accept            + + +  + + +  + + + +  + +
POST   /email/confirm                 + + +  + + +  + + + +  + +
POST   /password/forgot               + + +  + + +  + + + +  + +
POST   /password/reset                + + +  + + +  + + + +  + +
GET    /report                        + + +  + + +  + + + +  + +
POST   /report                        + + +  + + +  + + + +  + +
POST   /report/case                   + + +  + + +  + + + +  + +
POST   /report/appeal                 + + +  + + +  + + + +  + +

GET    /me                            ? ? ?  ? ? ?  + + + +  + +
POST   /email/resend                  ? ? ?  ? ? ?  + + + +  + +
POST   /email/change                  ? ? ?  ? ? ?  + + + +  + +
POST   /password/change               ? ? ?  ? ? ?  + + + +  + +
POST   /totp/begin                    ? ? ?  ? ? ?  + + + +  + +
POST   /totp/enable                   ? ? ?  ? ? ?  + + + +  + +
POST   /totp/disable                  ? ? ?  ? ? ?  + + + +  + +
GET    /passkeys                      ? ? ?  ? ? ?  + + + +  + +
POST   /passkeys/begin                ? ? ?  ? ? ?  + + + +  + +
POST   /passkeys                      ? ? ?  ? ? ?  + + + +  + +
DELETE /passkeys/:id                  ? ? ?  ? ? ?  + + + +  + +
GET    /sessions                      ? ? ?  ? ? ?  + + + +  + +
DELETE /sessions/:id                  ? ? ?  ? ? ?  + + + +  + +

GET    /push                          ? ? ?  ? ? ?  - - + +  + -
PUT    /push                          ? ? ?  ? ? ?  - - + +  - -
DELETE /push                          ? ? ?  ? ? ?  - - + +  - -
GET    /wallet                        ? ? ?  ? ? ?  + + + +  + -
PATCH  /wallet                        ? ? ?  ? ? ?  - + - +  - -
POST   /wallet/refill                 ? ? ?  ? ? ?  - + + +  - -
GET    /wallet/statement              ? ? ?  ? ? ?  + + + +  + -
GET    /wallet/statement/totals       ? ? ?  ? ? ?  + + + +  + -
GET    /wallet/spending               ? ? ?  ? ? ?  + + + +  + -
GET    /top-up                        ? ? ?  ? ? ?  + + + +  + -
GET    /catalog                       ? ? ?  ? ? ?  + + + +  + -
GET    /limits                        ? ? ?  ? ? ?  + + + +  + -
GET    /lawful-use                    ? ? ?  ? ? ?  + + + +  + -
POST   /lawful-use                    ? ? ?  ? ? ?  - - - +  - -
GET    /verification                  ? ? ?  ? ? ?  + + + +  + -
POST   /verification                  ? ? ?  ? ? ?  - - - +  - -
GET    /orders/totals                 ? ? ?  ? ? ?  + + + +  + -
GET    /first-steps                   ? ? ?  ? ? ?  + + + +  + -
GET    /orders/:order_id              ? ? ?  ? ? ?  + + + +  + -
GET    /orders/:order_id/certificate  ? ? ?  ? ? ?  + + + +  + -
GET    /keys                          ? ? ?  ? ? ?  + + + +  + -
POST   /keys                          ? ? ?  ? ? ?  - - + +  - -
DELETE /keys/:id                      ? ? ?  ? ? ?  - - + +  - -
GET    /team                          ? ? ?  ? ? ?  + + + +  + -
PATCH  /team/:id                      ? ? ?  ? ? ?  - - - +  - -
DELETE /team/:id                      ? ? ?  ? ? ?  - - - +  - -
POST   /team/invitations              ? ? ?  ? ? ?  - - - +  - -
DELETE /team/invitations/:id          ? ? ?  ? ? ?  - - - +  - -
GET    /account/export                ? ? ?  ? ? ?  - - - +  + -
GET    /cases                         ? ? ?  ? ? ?  - - - +  + -
GET    /cases/requests                ? ? ?  ? ? ?  - - - +  + -
POST   /cases/:id/appeal              ? ? ?  ? ? ?  - - - +  + -
DELETE /account                       ? ? ?  ? ? ?  - - - +  - -

GET    /operator/overview             ? ? ?  ? ? ?  - - - -  - +
GET    /operator/health               ? ? ?  ? ? ?  - - - -  - +
GET    /operator/audit                ? ? ?  ? ? ?  - - - -  - +
GET    /operator/reports              ? ? ?  ? ? ?  - - - -  - +
GET    /operator/reports/totals       ? ? ?  ? ? ?  - - - -  - +
GET    /operator/reports/:id          ? ? ?  ? ? ?  - - - -  - +
POST   /operator/reports/:id/decide   ? ? ?  ? ? ?  - - - -  - +
GET    /operator/requests             ? ? ?  ? ? ?  - - - -  - +
POST   /operator/requests             ? ? ?  ? ? ?  - - - -  - +
GET    /operator/requests/totals      ? ? ?  ? ? ?  - - - -  - +
GET    /operator/requests/:id         ? ? ?  ? ? ?  - - - -  - +
POST   /operator/requests/:id/release   ? ? ?  ? ? ?  - - - -  - +
POST   /operator/requests/:id/refuse    ? ? ?  ? ? ?  - - - -  - +
POST   /operator/requests/:id/notify    ? ? ?  ? ? ?  - - - -  - +
POST   /operator/requests/:id/postpone  ? ? ?  ? ? ?  - - - -  - +
GET    /operator/requests/:id/export    ? ? ?  ? ? ?  - - - -  - +
GET    /operator/transparency         ? ? ?  ? ? ?  - - - -  - +
GET    /operator/outbox               ? ? ?  ? ? ?  - - - -  - +
POST   /operator/jobs/:name/run       ? ? ?  ? ? ?  - - - -  - +
GET    /operator/customers            ? ? ?  ? ? ?  - - - -  - +
POST   /operator/customers            ? ? ?  ? ? ?  - - - -  - +
GET    /operator/customers/totals     ? ? ?  ? ? ?  - - - -  - +
GET    /operator/customers/:id/statement         ? ? ?  ? ? ?  - - - -  - +
GET    /operator/customers/:id/statement/totals  ? ? ?  ? ? ?  - - - -  - +
GET    /operator/orders/totals        ? ? ?  ? ? ?  - - - -  - +
POST   /operator/orders/:order_id/refund  ? ? ?  ? ? ?  - - - -  - +
GET    /operator/messages/totals      ? ? ?  ? ? ?  - - - -  - +
GET    /operator/numbers/totals       ? ? ?  ? ? ?  - - - -  - +
GET    /operator/audit/totals         ? ? ?  ? ? ?  - - - -  - +
GET    /operator/outbox/totals        ? ? ?  ? ? ?  - - - -  - +
POST   /operator/outbox/:id/dismiss   ? ? ?  ? ? ?  - - - -  - +
GET    /operator/first-steps          ? ? ?  ? ? ?  - - - -  - +
GET    /operator/customers/:id        ? ? ?  ? ? ?  - - - -  - +
POST   /operator/customers/:id/credit     ? ? ?  ? ? ?  - - - -  - +
POST   /operator/customers/:id/pay-out    ? ? ?  ? ? ?  - - - -  - +
POST   /operator/customers/:id/limits     ? ? ?  ? ? ?  - - - -  - +
GET    /operator/customers/:id/standing   ? ? ?  ? ? ?  - - - -  - +
POST   /operator/customers/:id/tier       ? ? ?  ? ? ?  - - - -  - +
POST   /operator/customers/:id/grant      ? ? ?  ? ? ?  - - - -  - +
POST   /operator/customers/:id/ungrant    ? ? ?  ? ? ?  - - - -  - +
GET    /operator/verifications            ? ? ?  ? ? ?  - - - -  - +
POST   /operator/verifications/:id/evidence ? ? ?  ? ? ?  - - - -  - +
POST   /operator/verifications/:id/decide ? ? ?  ? ? ?  - - - -  - +
GET    /operator/policies                 ? ? ?  ? ? ?  - - - -  - +
POST   /operator/policies                 ? ? ?  ? ? ?  - - - -  - +
POST   /operator/policies/drop            ? ? ?  ? ? ?  - - - -  - +
POST   /operator/customers/:id/suspend    ? ? ?  ? ? ?  - - - -  - +
POST   /operator/customers/:id/resume     ? ? ?  ? ? ?  - - - -  - +
GET    /operator/orders               ? ? ?  ? ? ?  - - - -  - +
GET    /operator/orders/:order_id     ? ? ?  ? ? ?  - - - -  - +
GET    /operator/messages             ? ? ?  ? ? ?  - - - -  - +
GET    /operator/messages/:id/candidates  ? ? ?  ? ? ?  - - - -  - +
POST   /operator/messages/:id/assign  ? ? ?  ? ? ?  - - - -  - +
GET    /operator/numbers              ? ? ?  ? ? ?  - - - -  - +
GET    /operator/numbers/:id          ? ? ?  ? ? ?  - - - -  - +
POST   /operator/numbers/:id/retire   ? ? ?  ? ? ?  - - - -  - +
POST   /operator/numbers/:id/put-back ? ? ?  ? ? ?  - - - -  - +
POST   /operator/numbers/import       ? ? ?  ? ? ?  - - - -  - +
GET    /operator/privacy/record       ? ? ?  ? ? ?  - - - -  - +
GET    /operator/privacy/retention    ? ? ?  ? ? ?  - - - -  - +
GET    /operator/privacy/erasures     ? ? ?  ? ? ?  - - - -  - +
GET    /operator/register             ? ? ?  ? ? ?  - - - -  - +
GET    /operator/register/totals      ? ? ?  ? ? ?  - - - -  - +
POST   /operator/register/import      ? ? ?  ? ? ?  - - - -  - +
POST   /operator/register/take-out    ? ? ?  ? ? ?  - - - -  - +
GET    /operator/pools                ? ? ?  ? ? ?  - - - -  - +
POST   /operator/pools                ? ? ?  ? ? ?  - - - -  - +
PATCH  /operator/pools/:id            ? ? ?  ? ? ?  - - - -  - +
GET    /operator/pools/:id/prices     ? ? ?  ? ? ?  - - - -  - +
PUT    /operator/pools/:id/prices     ? ? ?  ? ? ?  - - - -  - +
POST   /operator/pools/:id/prices/check   ? ? ?  ? ? ?  - - - -  - +
GET    /operator/lines                ? ? ?  ? ? ?  - - - -  - +
POST   /operator/lines/:id/down       ? ? ?  ? ? ?  - - - -  - +
POST   /operator/lines/:id/up         ? ? ?  ? ? ?  - - - -  - +
GET    /operator/sources              ? ? ?  ? ? ?  - - - -  - +
POST   /operator/sources              ? ? ?  ? ? ?  - - - -  - +
GET    /operator/sources/:id/guide    ? ? ?  ? ? ?  - - - -  - +
POST   /operator/sources/:id/rotate   ? ? ?  ? ? ?  - - - -  - +
POST   /operator/sources/:id/retire   ? ? ?  ? ? ?  - - - -  - +
POST   /operator/sources/:id/test     ? ? ?  ? ? ?  - - - -  - +
GET    /operator/services             ? ? ?  ? ? ?  - - - -  - +
POST   /operator/services/:slug/restrict  ? ? ?  ? ? ?  - - - -  - +
POST   /operator/services/:slug/allow     ? ? ?  ? ? ?  - - - -  - +`;

export interface Row {
  method: string;
  url: string;
  /**
   * Whether the session's cookie alone cannot change anything there, as another site's page could make a browser send
   * it.
   */
  takesSessions: boolean;
  verdicts: Record<Caller, "+" | "?" | "-">;
}

const rowsOf = (table: string, takesSessions: boolean, prefix = ""): Row[] =>
  table
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [method, path, ...marks] = line.split(/ +/) as [string, string, ...("+" | "?" | "-")[]];
      if (marks.length !== callers.length) throw new Error(`${line}: ${callers.length} marks, please`);
      const verdicts = Object.fromEntries(callers.map((caller, place) => [caller, marks[place]]));
      return { method, url: prefix + path, takesSessions, verdicts: verdicts as Row["verdicts"] };
    });

export const whoMay: Row[] = [
  ...rowsOf(open, false),
  ...rowsOf(api, true),
  ...rowsOf(dashboard, true, "/dashboard/api"),
];
