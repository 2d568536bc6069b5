import { invalid } from "../../../kit/errors.ts";
import type { Tier } from "../standing/standing.ts";

/** A file that shows who somebody is. */
export interface Evidence {
  name: string;
  type: EvidenceType;
  /** Base64. */
  data: string;
}

/** What evidence may be, and how such files begin. */
const beginnings = { "application/pdf": "JVBERi", "image/jpeg": "/9j/", "image/png": "iVBORw0KGgo" } as const;
export type EvidenceType = keyof typeof beginnings;
export const evidenceTypes = Object.keys(beginnings) as EvidenceType[];

/** Two photographs of a phone, or a scanned contract, are smaller. */
const mostEvidenceBytes = 3 * 1024 * 1024;

export interface ListedVerification {
  id: number;
  accountId: number;
  username: string;
  tier: Tier;
  fileName: string | null;
  askedBy: string;
  askedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  decision: "accepted" | "declined" | null;
  reason: string | null;
  erasedAt: Date | null;
}

/** A file as it was sent: nobody knows yet what it is. */
export interface SentFile {
  name: string;
  type: string;
  data: string;
}

/** The file, if it is what it says and not too large; refuses `invalid_request`. */
export function readSent({ name, type, data }: SentFile): Evidence {
  const known = evidenceTypes.find((one) => one === type);
  if (known === undefined || !data.startsWith(beginnings[known]) || !/^[A-Za-z0-9+/]+={0,2}$/.test(data))
    throw invalid("file", `${name} cannot be used: send a PDF, JPEG or PNG.`);
  if (data.length > (mostEvidenceBytes * 4) / 3)
    throw invalid("file", `${name} is larger than 3 MB: send a smaller picture or scan.`);
  return { name, type: known, data };
}
