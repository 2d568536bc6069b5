import type { Config } from "../config.ts";

type Place = Pick<Config, "HOST" | "PORT">;

/** Why the address cannot be listened on, as a sentence that names the setting; null for any other error. */
export function listeningFault(error: unknown, { HOST, PORT }: Place): string | null {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (syscall !== "listen" && syscall !== "bind" && syscall !== "getaddrinfo") return null;
  if (code === "EADDRINUSE")
    return `PORT ${PORT} is taken by another program; set PORT to another one, or to 0 for a free one.`;
  if (code === "EACCES")
    return `PORT ${PORT} is not for this user: ports below 1024 are the system's. Set PORT to another one, and let a proxy listen there.`;
  if (code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT" || code === "EINVAL")
    return `HOST is ${HOST}, which is no address of this machine. Set HOST to one of its own, 127.0.0.1 for this machine alone or 0.0.0.0 for every one.`;
  if (syscall === "getaddrinfo")
    return `HOST is ${HOST}, a name that this machine does not know (${code}). Set HOST to an address, as 127.0.0.1 or 0.0.0.0.`;
  return `HOST and PORT cannot be listened on: ${message}.`;
}
