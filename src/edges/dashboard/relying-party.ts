import type { FastifyRequest } from "fastify";
import { isIP } from "node:net";
import type { RelyingParty } from "../../domain/passkeys/passkey.ts";
import { Refusal } from "../../kit/errors.ts";

/**
 * The relying party of passkeys: the host name in PUBLIC_BASE_URL, or localhost if the page was opened there.
 * Browsers bind passkeys to domain names only (WebAuthn Level 3, 5.1.2). Refuses `passkeys_unavailable` if there is
 * only an IP address.
 */
export function relyingPartyOf(request: FastifyRequest, publicBaseUrl: string): RelyingParty {
  if (request.hostname === "localhost")
    return { id: "localhost", origin: `${request.protocol}://${request.host}` };
  const { hostname, origin, protocol } = new URL(publicBaseUrl);
  if (isIP(hostname.replace(/[[\]]/g, "")) !== 0 || (protocol !== "https:" && hostname !== "localhost"))
    throw new Refusal(
      "passkeys_unavailable",
      "Passkeys need a name and https: set PUBLIC_BASE_URL to such an address, or open this page at localhost.",
    );
  return { id: hostname, origin };
}
