import pg from "pg";
import { readAddress } from "./address.ts";
import { isNoneFree, isUnreachable, OnlyReadable, Unreachable } from "./errors.ts";

/** The servers of an address, and the one of them that new connections go to. */
export interface Servers {
  readonly count: number;
  /** Whether connections to servers that take no writes are not kept. */
  readonly mustWrite: boolean;
  /** The address of that server alone. */
  current(): string;
  /** The next one from now on, unless somebody else went on from `left` before. */
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

/** How long a server may take to let us in; where there are others it is given up sooner. */
export const connectMilliseconds = ({ count }: Servers): number => (count > 1 ? 3_000 : 10_000);

/**
 * Makes a connection by `attempt`, to the server that served last or, where that fails, to each of the others in turn.
 * Throws OnlyReadable or Unreachable, which say of each what it met.
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

/** Told of each failure it makes the next server the current one; when all were tried it throws what came of it. */
export function goOnFrom(servers: Servers): (server: string, error: unknown) => void {
  const met: string[] = [];
  let reads = 0;
  return (server, error) => {
    if (isNoneFree(error)) throw error;
    servers.leave(server); // Also where this one is given up: the next caller begins with another.
    met.push(servers.count > 1 ? `${placeOf(server)}: ${messageOf(error)}` : messageOf(error));
    if (error instanceof OnlyReadable) reads++;
    if (met.length < servers.count && mayBeBetterElsewhere(error)) return;
    throw new (reads > 0 ? OnlyReadable : Unreachable)(met.join("; "), { cause: error });
  };
}

/** A wrong password, or a database that is not there, is no fault of the server's: libpq does not go on either. */
const mayBeBetterElsewhere = (error: unknown): boolean =>
  isUnreachable(error) || !(error instanceof pg.DatabaseError);

/** Node tries each address of a name, and its error then has no message of its own. */
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
