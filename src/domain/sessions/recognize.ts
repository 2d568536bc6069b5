import { secondsAfter } from "../../kit/clock.ts";
import { isToken, sha256 } from "../../kit/secrets.ts";
import type { Deps } from "../deps.ts";
import type { Mode } from "../wallet/wallet.ts";
import { tokenPrefix } from "./open-session.ts";
import { idleSeconds, longestSeconds, type Signed } from "./session.ts";
import { findSession, type SessionRow } from "./queries.ts";
import { touchSession } from "./sql.ts";

/** Activity is recorded at most this often: writing a row per request would cost more than the request. */
const touchSeconds = 60;

/** The member whose session a token belongs to; null if there is no such session, or it has ended. */
export async function recognize(
  { db, clock }: Pick<Deps, "db" | "clock">,
  token: string,
  mode: Mode,
): Promise<Signed | null> {
  if (!isToken(token, [tokenPrefix])) return null;
  const at = clock.now();
  const row = await findSession(
    db,
    { tokenHash: sha256(token), mode },
    secondsAfter(at, -idleSeconds),
    secondsAfter(at, -longestSeconds),
  );
  if (!row) return null;
  if (row.lastSeenAt <= secondsAfter(at, -touchSeconds)) await touchSession(db, row.sessionId, at);
  return toSigned(row, mode);
}

function toSigned(row: SessionRow, mode: Mode): Signed {
  const { accountId, accountName, currency, suspendedAt, walletId, lastSeenAt: _, ...member } = row;
  return {
    ...member,
    account:
      accountId === null
        ? null
        : { id: accountId, username: accountName ?? "", currency: currency ?? "", suspendedAt },
    wallet: walletId === null ? null : { id: walletId, mode },
  };
}
