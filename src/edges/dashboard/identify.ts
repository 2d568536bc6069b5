import type { FastifyRequest } from "fastify";
import type { Caller } from "../../domain/accounts/account.ts";
import { accountSuspended } from "../../domain/accounts/errors.ts";
import type { Deps } from "../../domain/deps.ts";
import { accessOf } from "../../domain/members/member.ts";
import { passwordChangeRequired, roleMissing } from "../../domain/sessions/errors.ts";
import { recognize } from "../../domain/sessions/recognize.ts";
import type { Signed } from "../../domain/sessions/session.ts";
import type { Mode } from "../../domain/wallet/wallet.ts";
import { invalid } from "../../kit/errors.ts";
import { tokenOf } from "./cookie.ts";
import { refuseForgery } from "./csrf.ts";

export interface IdentifyDeps extends Pick<Deps, "db" | "clock"> {
  publicBaseUrl: () => string;
}

/** The signed-in member; null if nobody is signed in. Refuses forged requests. */
export async function identify(deps: IdentifyDeps, request: FastifyRequest): Promise<Signed | null> {
  const token = tokenOf(request, deps.publicBaseUrl());
  if (token === undefined) return null;
  refuseForgery(request, deps.publicBaseUrl());
  return recognize(deps, token, modeOf(request));
}

/** The member as a caller of the documented API, as a key would be; null if nobody is signed in. */
export async function sessionCaller(deps: IdentifyDeps, request: FastifyRequest): Promise<Caller | null> {
  const signed = await identify(deps, request);
  if (!signed) return null;
  const { account, wallet, role } = signed;
  if (signed.mustChangePassword) throw passwordChangeRequired();
  if (!account || !wallet) throw roleMissing();
  if (account.suspendedAt) throw accountSuspended();
  return {
    keyId: null,
    walletId: wallet.id,
    accountId: account.id,
    username: account.username,
    mode: wallet.mode,
    currency: account.currency,
    scopes: accessOf(role),
    dailyCapMinor: null,
    expiresAt: null,
  };
}

/** An EventSource cannot set headers, so the URL may contain it, too. */
function modeOf({ headers, query }: FastifyRequest): Mode {
  const mode = headers["x-zap-mode"] ?? (query as Record<string, unknown>)["mode"] ?? "live";
  if (mode !== "live" && mode !== "test") throw invalid("X-Zap-Mode", "X-Zap-Mode must be live or test.");
  return mode;
}
