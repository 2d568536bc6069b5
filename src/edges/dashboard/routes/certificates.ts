import { createPublicKey } from "node:crypto";
import { Type } from "typebox";
import { longestText } from "../../../domain/certificates/certificate.ts";
import { checkCertificate } from "../../../domain/certificates/check.ts";
import { issueCertificate } from "../../../domain/certificates/issue.ts";
import { listKeys } from "../../../domain/certificates/queries.ts";
import { ok } from "../../../http/ok.ts";
import { readOrderId } from "../../../http/parameters.ts";
import type { Routes } from "../../../http/routes.ts";
import { accountOf, everyRole, walletOf } from "../access.ts";
import { certificate, certificateKeys, checkedCertificate } from "../answers/certificates.ts";
import { answer } from "../answers/shapes.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { text } from "../schemas.ts";
import { orderParams } from "./order.ts";

const anyone = { who: "anyone" } as const;

/** Certificates that a number was somebody's, and how anybody checks one. */
export function certificateRoutes(app: Routes, deps: DashboardDeps): void {
  app.get(
    "/orders/:order_id/certificate",
    { config: { who: everyRole }, schema: { params: orderParams, response: answer(certificate) } },
    async (request) => {
      const { username: holder } = accountOf(request);
      const orderId = readOrderId(request.params.order_id);
      const input = { wallet: walletOf(request), holder, orderId, issuer: deps.publicBaseUrl() };
      return ok({ text: await issueCertificate(deps, input) });
    },
  );

  app.post(
    "/certificates/check",
    {
      config: anyone,
      schema: { body: Type.Object({ text: text(1, longestText) }), response: answer(checkedCertificate) },
    },
    async (request) => {
      const { facts } = await checkCertificate(deps.db, request.body.text);
      return ok({ facts: facts && facts.map(([name, value]) => ({ name, value })) });
    },
  );

  app.get("/certificates/keys", { config: anyone, schema: { response: answer(certificateKeys) } }, async () =>
    ok(
      (await listKeys(deps.db)).map(({ id, publicKey }) => ({
        id,
        public_key: createPublicKey({ key: publicKey, type: "spki", format: "der" })
          .export({ type: "spki", format: "pem" })
          .toString(),
      })),
    ),
  );
}
