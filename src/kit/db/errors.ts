import pg from "pg";

/** Thrown when the connection broke while a commit was under way: nobody knows what came of it. */
export class CommitUnknown extends Error {}

/** No connection could be made; `cause` is what the last try met. */
export class Unreachable extends Error {}

/** Every server that could be reached is read-only: a standby, or one configured so. */
export class OnlyReadable extends Unreachable {}

/** The process is stopping, and no longer waits for the database. */
export class Abandoned extends Unreachable {}

/** The transaction began on a read-only server. */
const readOnlyTransaction = "25006";
/** The work clashed with that of others, which is now done: serialization failure, deadlock. */
const clashes = new Set(["40001", "40P01"]);
/**
 * Classes and codes by which a server says that it has no time, room or way for us: shutting down or cancelled (57),
 * out of resources (53), the connection (08, what poolers say as well), a lock that did not come (55P03).
 */
const serverHasNoTime = /^(57|53|08|55P03|25006)/;
/** By which a server, or a pooler for it, says that the connection ends; whether a commit went through it leaves open. */
const outcomeIsOpen = /^(57P|08|40003)/;
/** A statement, prepared under a name, that is not there, or is there already: somebody hands connections around. */
const shuffled = new Set(["26000", "42P05"]);
/** What the network says: no such name or no answer from the resolver, no way there, nobody there, not any more. */
const networkCodes =
  /^(ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT)$/;
const noneFree = "timeout exceeded when trying to connect";
const driverMessages = new RegExp(
  `Query read timeout|Connection terminated|not queryable|timeout expired|${noneFree}`,
);

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? "");
const isFromServer = (error: unknown): error is pg.DatabaseError => error instanceof pg.DatabaseError;

/** Whether the database itself answered with an error, so that the transaction surely came to nothing. */
export const isServerError = (error: unknown): error is pg.DatabaseError =>
  isFromServer(error) && !outcomeIsOpen.test(codeOf(error));

/** Whether the database could not be reached, or had no time or room for us, as opposed to refusing what was asked. */
export function isUnreachable(error: unknown): boolean {
  if (error instanceof CommitUnknown) return false;
  if (error instanceof Unreachable) return true;
  if (isFromServer(error)) return serverHasNoTime.test(codeOf(error)) || isShuffled(error);
  return networkCodes.test(codeOf(error)) || (error instanceof Error && driverMessages.test(error.message));
}

/** Whether the connection leads to a read-only server, as one to the old primary does after a failover. */
export const isReadOnly = (error: unknown): boolean =>
  error instanceof OnlyReadable || (isFromServer(error) && codeOf(error) === readOnlyTransaction);

/** Whether a pooler gave us another connection than the one that a statement was prepared on. */
export const isShuffled = (error: unknown): boolean => isFromServer(error) && shuffled.has(codeOf(error));

/** Whether the same work may well succeed now: it came to nothing only because somebody else's was under way. */
export const isClash = (error: unknown): boolean => isFromServer(error) && clashes.has(codeOf(error));

/** Whether every connection that we may open was in use for too long. */
export const isNoneFree = (error: unknown): boolean => error instanceof Error && error.message === noneFree;

/** Whether the connection was known to be broken before the statement could go out. */
export const wasNeverSent = (error: unknown): boolean => /not queryable/.test((error as Error).message);

/** Whether no answer came for longer than any statement may take. */
export const isSilence = (error: unknown): boolean =>
  error instanceof CommitUnknown
    ? isSilence(error.cause)
    : /Query read timeout/.test((error as Error | null)?.message ?? "");
