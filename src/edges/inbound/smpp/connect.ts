import { connect as connectPlain, isIP, type Socket } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";
import { plain, readEndpoint, type LinkSettings } from "./settings.ts";

/** Opens the connection to a centre, and proves over TLS that it is the right one. Rejects if it takes too long. */
export function connectTo(
  { address, fingerprint }: Pick<LinkSettings, "address" | "fingerprint">,
  seconds: number,
  signal: AbortSignal,
): Promise<Socket> {
  const { host, port, isTls } = readEndpoint(address);
  return new Promise((resolve, reject) => {
    const socket = isTls ? secure(host, port, fingerprint) : connectPlain({ host, port });
    const fail = (why: string): void => {
      socket.destroy();
      reject(new Error(why));
    };
    const late = setTimeout(() => fail(`no connection within ${seconds} s`), seconds * 1000);
    const abort = (): void => fail("stopped");
    signal.addEventListener("abort", abort, { once: true });
    const done = (): void => {
      clearTimeout(late);
      signal.removeEventListener("abort", abort);
    };
    socket.once("close", done);
    // Stays, so that an error at any time is not the end of the process.
    socket.on("error", (error) => fail(describeError(error)));
    socket.once(isTls ? "secureConnect" : "connect", () => {
      const wrong = fingerprint && isTls ? isOther(socket as TLSSocket, fingerprint) : false;
      if (wrong) return fail("the centre’s certificate has another fingerprint");
      done();
      socket.setNoDelay(true);
      resolve(socket);
    });
  });
}

function secure(host: string, port: number, fingerprint: string | undefined): TLSSocket {
  const servername = isIP(host) ? {} : { servername: host };
  // With a fingerprint, which is compared before anything is sent, nobody has to vouch for the certificate.
  return connectTls({ host, port, ...servername, rejectUnauthorized: fingerprint === undefined });
}

const isOther = (socket: TLSSocket, fingerprint: string): boolean =>
  plain(socket.getPeerCertificate().fingerprint256 ?? "") !== plain(fingerprint);

/** If a name has several addresses, the error of all has no message of its own. */
export const describeError = (error: Error & { code?: string }): string =>
  error.message || (error.code ?? error.name);
