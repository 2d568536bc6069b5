import { sign } from "node:crypto";
import { findService } from "../catalog/queries.ts";
import type { Deps } from "../deps.ts";
import { orderNotFound } from "../orders/errors.ts";
import { isShown } from "../orders/order.ts";
import { findOrder } from "../orders/queries.ts";
import { withSignature, write } from "./certificate.ts";
import { certificateForLiveOnly } from "./errors.ts";
import { signingKey } from "./signing-key.ts";

interface IssueInput {
  wallet: { id: number; mode: "live" | "test" };
  /** The name of the account. */
  holder: string;
  orderId: number;
  /** The address of the installation. */
  issuer: string;
}

/**
 * The signed text that a number was rented to the account of this wallet, from when to when. Refuses
 * `order_not_found` for orders of others, and `certificate_for_live_only` in the sandbox, whose numbers are made up.
 */
export async function issueCertificate(
  { db, clock, sealer }: Pick<Deps, "db" | "clock" | "sealer">,
  { wallet, holder, orderId, issuer }: IssueInput,
): Promise<string> {
  const order = await findOrder(db, orderId);
  if (!order || order.walletId !== wallet.id || !isShown(order) || order.number === null)
    throw orderNotFound();
  if (wallet.mode === "test") throw certificateForLiveOnly();
  const { number, country, createdAt: from, closedAt: until } = order;
  const service = (await findService(db, order.service))?.name ?? order.service;
  const at = clock.now();
  const { id: keyId, privateKey } = await db.transaction((tx) => signingKey(tx, sealer, at));
  const certificate = { issuer, orderId, number, country, service, holder, from, until, issuedAt: at };
  const body = write(certificate, keyId);
  return withSignature(body, sign(null, Buffer.from(body), privateKey));
}
