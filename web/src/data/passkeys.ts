import { own } from "../api/client.ts";
import { isApiError } from "../api/error.ts";
import type { Me, NewPasskeyOptions, PasskeyOptions } from "#answers/member.ts";
import { t } from "../texts/t.ts";

/** Fetched when a passkey is made or used, not with the page. */
const library = () => import("@simplewebauthn/browser");

/** Browsers keep passkeys by name, never by address, and only where nobody listens in. */
export const passkeysWork = (): boolean =>
  window.isSecureContext &&
  "PublicKeyCredential" in window &&
  !/^[\d.]+$|^\[/.test(window.location.hostname);

/** Asks the server, then the device; the passkey is the member's afterwards. */
export async function createPasskey(
  name: string,
  proof: { password: string; code?: string },
): Promise<void> {
  const optionsJSON = await own<NewPasskeyOptions>("passkeys/begin", { method: "POST", body: proof });
  const { startRegistration } = await library();
  const response = await startRegistration({ optionsJSON });
  await own("passkeys", { method: "POST", body: { name, response } });
}

/** Has the device ask its person, and signs in. */
export const signInByPasskey = (): Promise<Me | null> => signIn(false, () => true);

/**
 * The browser offers passkeys in the user name's field, for as long as the page is there. A browser asks for one thing
 * at a time: nothing is offered any more once the answer is not wanted (`isWanted`). Null when nothing came of it.
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

/** Gives up an offer that still waits in a field. */
export const forgetOffer = async (): Promise<void> => (await library()).WebAuthnAbortService.cancelCeremony();

/** What to say when it failed; the device's own words are for its makers. */
export function passkeyFault(error: unknown): string {
  if (isApiError(error)) return error.message;
  const { code, name } = error as { code?: string; name?: string };
  if (code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED" || name === "InvalidStateError")
    return t.settings.passkeyTaken;
  return t.account.passkeyStopped;
}
