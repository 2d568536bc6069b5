import { userInfo } from "node:os";
import { invalid } from "../../kit/errors.ts";

/**
 * Who acts, for the audit log: the person named by `--as`, otherwise whoever is signed in at this machine, also if they
 * use sudo. Members' names have no spaces, so none of them is `operator ada`.
 */
export function actorOf(as: string | undefined, environment: Record<string, string | undefined>): string {
  if (as !== undefined && !/^[\p{L}\p{N}][\p{L}\p{N} ._@+-]{0,63}$/u.test(as))
    throw invalid(
      "as",
      "--as must be a name: up to 64 letters, digits, spaces or . _ @ + -, such as --as ada.",
    );
  return `operator ${as ?? environment["SUDO_USER"] ?? nameOfUser()}`;
}

function nameOfUser(): string {
  try {
    return userInfo().username;
  } catch {
    return `of user ${process.getuid?.() ?? "unknown"}`; // A container may run as a user that has no name.
  }
}
