import { randomBytes } from "node:crypto";

/** Ids that tell requests of this process from each other and from those of any other. */
export function countRequests(): () => string {
  const base = randomBytes(6).toString("base64url");
  let count = 0;
  return () => `${base}-${(++count).toString(36)}`;
}
