import type { LinkState } from "./links/link.ts";

/** Where SMS for our own numbers come in: a carrier's webhook, a phone, and for the sandbox the platform itself. */
export interface Source {
  id: number;
  kind: string;
  name: string;
  /** The source's own settings as JSON, including its secret: sealed at rest. */
  settingsSealed: Buffer;
}

export interface SourceByToken extends Source {
  tokenHash: Buffer;
}

export interface ListedSource {
  id: number;
  kind: string;
  name: string;
  createdAt: Date;
  retiredAt: Date | null;
  lastMessageAt: Date | null;
  /** The last call that could not be used, in one sentence. */
  fault: string | null;
  faultAt: Date | null;
  /** Null if the source calls us, or if no server has seen the link yet. */
  link: LinkState | null;
}
