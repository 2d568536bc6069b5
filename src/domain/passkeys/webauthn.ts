/** The WebAuthn library. It is loaded when first used, because it is a sixth of all modules of the server. */
export const loadWebAuthn = () => import("@simplewebauthn/server");

/** The library's helpers, loaded likewise. */
export const loadWebAuthnHelpers = () => import("@simplewebauthn/server/helpers");
