import pg from "pg";
import { readAddress } from "./address.ts";
import { isNoneFree, isUnreachable, OnlyReadable, Unreachable } from "./errors.ts";

/** The servers in a connection string, and the current one, to which new connections go. */
export interface Servers {
  readonly count: number;
  /** Whether connections to servers that do not accept writes are discarded. */
  readonly mustWrite: boolean;
  /** The connection string of that server alone. */
  current(): string;
  /** Moves on to the next server, unless somebody else has already moved on from `left`. */
  leave(left: string): void;
}

export function serversOf(connectionString: string): Servers {
  const { servers, mustWrite } = readAddress(connectionString);
  let place = 0;
  const current = (): string => servers[place] as string;
  return {
    count: servers.length,
    mustWrite,
    current,
    leave: (left) => void (left === current() && (place = (place + 1) % servers.length)),
  };
}

/** How long a server may take to accept a connection; less if there are others to try. */
export const connectMilliseconds = ({ count }: Servers): number => (count > 1 ? 3_000 : 10_000);

/**
 * Opens a connection by `attempt`, to the server that worked last or, if that fails, to each of the others in turn.
 * Throws OnlyReadable or Unreachable, which include the error of each.
 */
export async function onSomeServer<T>(servers: Servers, attempt: (server: string) => Promise<T>): Promise<T> {
  const goOn = goOnFrom(servers);
  for (;;) {
    const server = servers.current();
    try {
      return await attempt(server);
    } catch (error) {
      goOn(server, error);
    }
  }
}

/** Called for each failure: it makes the next server the current one, and throws once all were tried. */
export function goOnFrom(servers: Servers): (server: string, error: unknown) => void {
  const met: string[] = [];
  let reads = 0;
  return (server, error) => {
    if (isNoneFree(error)) throw error;
    servers.leave(server); // Even if this attempt gives up: the next caller then begins with another server.
    met.push(servers.count > 1 ? `${placeOf(server)}: ${messageOf(error)}` : messageOf(error));
    if (error instanceof OnlyReadable) reads++;
    if (met.length < servers.count && mayBeBetterElsewhere(error)) return;
    throw new (reads > 0 ? OnlyReadable : Unreachable)(met.join("; "), { cause: error });
  };
}

/**
 * A wrong password, or a missing database, is not a problem of the server: libpq does not try the next one either.
 */
const mayBeBetterElsewhere = (error: unknown): boolean =>
  isUnreachable(error) || !(error instanceof pg.DatabaseError);

/** Node tries each address of a name, and its error then has no message. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(", ");
  const { message, code } = error as NodeJS.ErrnoException;
  return message || String(code ?? error);
}

/** Host and port, without the password. */
function placeOf(server: string): string {
  const { searchParams, host } = new URL(server.replace(/@(?=[/?#]|$)/, "@localhost"));
  const { host: named, port } = Object.fromEntries(searchParams);
  return named === undefined ? host : [named, port].filter((part) => part !== undefined).join(":");
}
