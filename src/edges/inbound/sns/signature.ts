import { X509Certificate, verify, type KeyObject } from "node:crypto";
import { snsAddress } from "./address.ts";
import type { Envelope } from "./envelope.ts";
import { fetchFromSns } from "./fetch.ts";

const confirmations = new Set(["SubscriptionConfirmation", "UnsubscribeConfirmation"]);
const algorithms: Record<string, string | undefined> = { "1": "RSA-SHA1", "2": "RSA-SHA256" };
const maxRemembered = 20;

/** The public key of a certificate, and until when it is valid. */
interface Known {
  key: KeyObject;
  validTo: Date;
}

/**
 * Checks signatures of SNS (Amazon SNS, "Verifying the signatures of Amazon SNS messages"): RSA over the envelope's
 * fields, by the key of a certificate that is fetched from SNS. Throws `unavailable` if there is none to be fetched.
 */
export function createSnsCheck(): (envelope: Envelope, at: Date) => Promise<boolean> {
  const remembered = new Map<string, Known>();

  async function keyAt(url: URL, at: Date): Promise<KeyObject | null> {
    const known = remembered.get(url.href);
    if (known && known.validTo > at) return known.key;
    const certificate = await fetchFromSns(url, (pem) => new X509Certificate(pem));
    if (certificate.validFromDate > at || certificate.validToDate < at) return null;
    if (remembered.size >= maxRemembered) remembered.clear();
    remembered.set(url.href, { key: certificate.publicKey, validTo: certificate.validToDate });
    return certificate.publicKey;
  }

  return async (envelope, at) => {
    const algorithm = algorithms[envelope.SignatureVersion];
    const url = snsAddress(envelope.SigningCertURL, envelope.TopicArn);
    if (algorithm === undefined || !url?.pathname.endsWith(".pem")) return false;
    const key = await keyAt(url, at);
    return (
      key?.asymmetricKeyType === "rsa" &&
      verify(algorithm, Buffer.from(signedText(envelope)), key, Buffer.from(envelope.Signature, "base64"))
    );
  };
}

/** Name and value of the fields that are there, each on its line. */
function signedText(envelope: Envelope): string {
  const names = confirmations.has(envelope.Type)
    ? (["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"] as const)
    : (["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"] as const);
  return names
    .map((name) => [name, envelope[name]] as const)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}\n${value}\n`)
    .join("");
}
