import { randomBytes } from "node:crypto";

/** Ids that are unique within this process and across processes. */
export function countRequests(): () => string {
  const base = randomBytes(6).toString("base64url");
  let count = 0;
  return () => `${base}-${(++count).toString(36)}`;
}
