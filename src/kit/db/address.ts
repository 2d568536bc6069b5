/**
 * The servers in a connection string, as libpq reads it (PostgreSQL manual, 34.1.1.3 "Specifying Multiple Hosts").
 */
export interface Address {
  /** A separate connection string for each server, in order. */
  servers: string[];
  /** Whether a server that does not accept writes is skipped, and its connections never kept. */
  mustWrite: boolean;
}

/**
 * What is wrong with a connection string, as the rest of a sentence that begins with the setting's name. Never
 * contains the password.
 */
export class WrongAddress extends Error {}

const shape = /^(?<scheme>postgres(?:ql)?:\/\/)(?:(?<user>[^/?#]*)@)?(?<hosts>[^/?#@]*)(?<rest>[/?#].*)?$/s;

/**
 * Reads `postgres://user:password@first:5432,second:5433/name?target_session_attrs=read-write`; the hosts may also be
 * in the parameters `host` and `port`. With several servers, one that accepts writes is required, unless
 * `target_session_attrs=any` says otherwise; with a single one only if requested. Throws WrongAddress.
 */
export function readAddress(text: string): Address {
  if (text.startsWith("/") || text.startsWith("socket:")) return { servers: [text], mustWrite: false };
  const parts = shape.exec(text)?.groups;
  if (!parts) throw new WrongAddress(complaintAbout(text));
  const { scheme = "", user, hosts = "", rest = "" } = parts;
  const parameters = parametersOf(rest);
  const named = parameters.get("host")?.split(",") ?? [];
  const servers =
    named.length > 1
      ? named.map((host, place) =>
          withParameters(text, rest, { host, port: portFor(parameters.get("port"), place, named.length) }),
        )
      : hosts.split(",").map((host) => `${scheme}${user === undefined ? "" : `${user}@`}${host}${rest}`);
  for (const server of servers) requireReadable(server);
  return { servers, mustWrite: mustWrite(parameters.get("target_session_attrs"), servers.length) };
}

function complaintAbout(text: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1];
  return scheme !== undefined && !/^postgres(ql)?$/.test(scheme)
    ? `begins with ${scheme}://, and only PostgreSQL is spoken: postgres://user:password@host/name`
    : "cannot be read as an address; write postgres://user:password@host/name, with %40 for an @ in the password and %2F for a /";
}

function parametersOf(rest: string): URLSearchParams {
  const query = /\?([^#]*)/.exec(rest)?.[1] ?? "";
  return new URLSearchParams(query.replaceAll("+", "%2B")); // In a URL a + is a literal plus.
}

function withParameters(
  text: string,
  rest: string,
  changes: { host: string; port: string | undefined },
): string {
  const parameters = parametersOf(rest);
  for (const [name, value] of Object.entries(changes)) if (value !== undefined) parameters.set(name, value);
  return `${text.slice(0, text.indexOf("?"))}?${parameters.toString().replaceAll("+", "%20")}`;
}

/** One port for each host, or one for all of them. */
function portFor(ports: string | null, place: number, hosts: number): string | undefined {
  const list = ports?.split(",") ?? [];
  if (list.length <= 1) return list[0];
  if (list.length !== hosts) throw new WrongAddress(`names ${hosts} hosts and ${list.length} ports`);
  return list[place];
}

function requireReadable(server: string): void {
  const { port } = parsed(server.replace(/@(?=[/?#]|$)/, "@localhost"));
  const named = parametersOf(server.slice(server.indexOf("?"))).get("port") ?? port;
  if (named !== "" && !(Number(named) >= 1 && Number(named) <= 65_535))
    throw new WrongAddress(`names the port ${named}; ports are 1 to 65535`);
}

function parsed(server: string): URL {
  try {
    return new URL(server);
  } catch {
    throw new WrongAddress(complaintAbout(server));
  }
}

function mustWrite(wanted: string | null, servers: number): boolean {
  if (wanted === null) return servers > 1;
  if (wanted === "any") return false;
  if (wanted === "read-write" || wanted === "primary") return true;
  throw new WrongAddress(
    `has target_session_attrs=${wanted}, and ZapOTP writes: use read-write, which finds the primary among several hosts`,
  );
}
