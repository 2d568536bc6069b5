import { createHmac } from "node:crypto";
import { sameSecret } from "../../../kit/secrets.ts";
import { isFresh } from "../fresh.ts";
import { headerOf } from "../header.ts";
import type { InboundRequest } from "../source-kind.ts";

/** The app signs each attempt anew, so an old message has a new time here; phones set their clocks by the network. */
const toleranceSeconds = 300;

/** Whether one of the keys signed the body and a time that is now (PayloadSingingPlugin.kt). */
export function isSignedByPhone(keys: string[], request: InboundRequest): boolean {
  const timestamp = headerOf(request, "x-timestamp");
  if (!isFresh(timestamp, toleranceSeconds, request.at)) return false;
  const given = headerOf(request, "x-signature").toLowerCase();
  return keys.some((key) =>
    sameSecret(given, createHmac("sha256", key).update(request.body).update(timestamp).digest("hex")),
  );
}
