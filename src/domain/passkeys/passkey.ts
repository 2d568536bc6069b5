/** Whom a passkey is for: this installation, under the name that browsers hold it by. */
export interface RelyingParty {
  /** A domain name (never an address), such as `zap.example` or `localhost`. */
  id: string;
  /** Where the pages are, such as `https://zap.example`. */
  origin: string;
}

/** A passkey as its owner sees it. */
export interface ListedPasskey {
  id: number;
  name: string;
  synced: boolean;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** How long a browser may take to answer a challenge. */
export const challengeSeconds = 600;

/** Passkeys that one member may have. */
export const mostPasskeys = 20;

/** Ed25519, ES256 and RS256 (COSE): what the authenticators of today know. */
export const algorithms = [-8, -7, -257];
