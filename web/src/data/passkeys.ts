import { own } from "../api/client.ts";
import { isApiError } from "../api/error.ts";
import type { Me, NewPasskeyOptions, PasskeyOptions } from "#answers/member.ts";
import { t } from "../texts/t.ts";

/** Fetched when a passkey is created or used, not with the page. */
const library = () => import("@simplewebauthn/browser");

/** Browsers bind passkeys to names, never to IP addresses, and only on secure connections. */
export const passkeysWork = (): boolean =>
  window.isSecureContext &&
  "PublicKeyCredential" in window &&
  !/^[\d.]+$|^\[/.test(window.location.hostname);

/** Asks the server, then the device; afterwards the member has the passkey. */
export async function createPasskey(
  name: string,
  proof: { password: string; code?: string },
): Promise<void> {
  const optionsJSON = await own<NewPasskeyOptions>("passkeys/begin", { method: "POST", body: proof });
  const { startRegistration } = await library();
  const response = await startRegistration({ optionsJSON });
  await own("passkeys", { method: "POST", body: { name, response } });
}

/** Has the device verify its user, and signs in. */
export const signInByPasskey = (): Promise<Me | null> => signIn(false, () => true);

/**
 * The browser offers passkeys in the user name's field, for as long as the page is there. A browser handles only one
 * request at a time: the offer ends once its result is no longer wanted (`isWanted`). Null if nothing was chosen.
 */
export async function offerPasskeys(isWanted: () => boolean): Promise<Me | null> {
  const { browserSupportsWebAuthnAutofill } = await library();
  return (await browserSupportsWebAuthnAutofill()) ? signIn(true, isWanted) : null;
}

async function signIn(fromField: boolean, isWanted: () => boolean): Promise<Me | null> {
  const { startAuthentication } = await library();
  const optionsJSON = await own<PasskeyOptions>("sign-in/passkey/begin", { method: "POST", body: {} });
  if (!isWanted()) return null;
  const response = await startAuthentication({ optionsJSON, useBrowserAutofill: fromField });
  return own<Me>("sign-in/passkey", { method: "POST", body: { response } });
}

/** Cancels an offer that is still waiting in a field. */
export const forgetOffer = async (): Promise<void> => (await library()).WebAuthnAbortService.cancelCeremony();

/** The message if it failed; the device's own errors are written for developers. */
export function passkeyFault(error: unknown): string {
  if (isApiError(error)) return error.message;
  const { code, name } = error as { code?: string; name?: string };
  if (code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED" || name === "InvalidStateError")
    return t.settings.passkeyTaken;
  return t.account.passkeyStopped;
}
