import pg from "pg";

/** Thrown if the connection broke during a commit: nobody knows whether it succeeded. */
export class CommitUnknown extends Error {}

/** No connection could be made; `cause` is the error of the last attempt. */
export class Unreachable extends Error {}

/** Every server that could be reached is read-only: a standby, or one configured so. */
export class OnlyReadable extends Unreachable {}

/** The process is stopping, and no longer waits for the database. */
export class Abandoned extends Unreachable {}

/** The transaction began on a read-only server. */
const readOnlyTransaction = "25006";
/** The work conflicted with other work, which is now done: serialization failure, deadlock. */
const clashes = new Set(["40001", "40P01"]);
/**
 * Classes and codes with which a server says that it has no time, space or connection for us: shutting down or
 * cancelled (57), out of resources (53), the connection (08, also sent by poolers), a lock timeout (55P03).
 */
const serverHasNoTime = /^(57|53|08|55P03|25006)/;
/**
 * Codes with which a server, or its pooler, announces that the connection ends; whether a commit on it succeeded is
 * unknown.
 */
const outcomeIsOpen = /^(57P|08|40003)/;
/** A prepared statement that does not exist, or already exists: something switches connections between clients. */
const shuffled = new Set(["26000", "42P05"]);
/** Network errors: name not found or no answer from the resolver, no route, connection refused, connection lost. */
const networkCodes =
  /^(ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT)$/;
const noneFree = "timeout exceeded when trying to connect";
const driverMessages = new RegExp(
  `Query read timeout|Connection terminated|not queryable|timeout expired|${noneFree}`,
);

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? "");
const isFromServer = (error: unknown): error is pg.DatabaseError => error instanceof pg.DatabaseError;

/** Whether the database itself answered with an error, so that the transaction was certainly rolled back. */
export const isServerError = (error: unknown): error is pg.DatabaseError =>
  isFromServer(error) && !outcomeIsOpen.test(codeOf(error));

/** Whether the database could not be reached, or had no time or space for us, as opposed to rejecting the request. */
export function isUnreachable(error: unknown): boolean {
  if (error instanceof CommitUnknown) return false;
  if (error instanceof Unreachable) return true;
  if (isFromServer(error)) return serverHasNoTime.test(codeOf(error)) || isShuffled(error);
  return networkCodes.test(codeOf(error)) || (error instanceof Error && driverMessages.test(error.message));
}

/** Whether the connection leads to a read-only server, such as the old primary after a failover. */
export const isReadOnly = (error: unknown): boolean =>
  error instanceof OnlyReadable || (isFromServer(error) && codeOf(error) === readOnlyTransaction);

/** Whether a pooler gave us a different connection from the one on which a statement was prepared. */
export const isShuffled = (error: unknown): boolean => isFromServer(error) && shuffled.has(codeOf(error));

/** Whether the same work may well succeed now: it only failed because of other work at the same time. */
export const isClash = (error: unknown): boolean => isFromServer(error) && clashes.has(codeOf(error));

/** Whether every connection that we may open was in use for too long. */
export const isNoneFree = (error: unknown): boolean => error instanceof Error && error.message === noneFree;

/** Whether the connection was known to be broken before the statement was sent. */
export const wasNeverSent = (error: unknown): boolean => /not queryable/.test((error as Error).message);

/** Whether no answer came for longer than any statement may take. */
export const isSilence = (error: unknown): boolean =>
  error instanceof CommitUnknown
    ? isSilence(error.cause)
    : /Query read timeout/.test((error as Error | null)?.message ?? "");
