/** The relying party: this installation, under the name that browsers bind passkeys to. */
export interface RelyingParty {
  /** A domain name (never an IP address), such as `zap.example` or `localhost`. */
  id: string;
  /** The origin of the pages, such as `https://zap.example`. */
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

/** Ed25519, ES256 and RS256 (COSE): the algorithms that current authenticators support. */
export const algorithms = [-8, -7, -257];
