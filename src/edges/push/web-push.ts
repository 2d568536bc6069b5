import type { OutgoingHttpHeaders } from "node:http";
import { Agent, request } from "node:https";
import type { SendPush } from "../../domain/push/subscription.ts";
import { encryptFor } from "./encrypt.ts";
import { vapidHeader } from "./vapid.ts";
import { publicLookup } from "../../kit/public-address.ts";

const patienceMilliseconds = 10_000;

/** Connects to public addresses only: browsers name the push services, and could name something inside. */
const publicOnly = new Agent({ lookup: publicLookup, keepAlive: true, maxSockets: 20 });

/**
 * Sends by Web Push (RFC 8030), encrypted for the browser (RFC 8291) and signed by our keys (RFC 8292).
 *
 * @param subjectOf whom push services may turn to: an https address or a mailto
 */
export function createWebPush(subjectOf: () => string, agent: Agent = publicOnly): SendPush {
  return ({ endpoint, ...browserKeys }, keys, text, ttlSeconds) => {
    const url = new URL(endpoint);
    const body = encryptFor(browserKeys, text);
    const headers = {
      authorization: vapidHeader(url, keys, subjectOf()),
      "content-type": "application/octet-stream",
      "content-encoding": "aes128gcm",
      "content-length": body.length,
      ttl: ttlSeconds,
      urgency: "high",
    };
    return post(url, headers, body, agent);
  };
}

/** The status of the answer; its body is not read, and no redirect is followed. */
function post(url: URL, headers: OutgoingHttpHeaders, body: Buffer, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(patienceMilliseconds);
    const sent = request(url, { method: "POST", headers, agent, signal }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
