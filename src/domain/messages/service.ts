/** Says which service sent a message. Pure; the catalogue is handed in. */
import { originBoundCode } from "./code/origin.ts";
import { APP_HASHES } from "./code/service/hashes.ts";
import { findMentions } from "./code/service/mentions.ts";
import type { NameIndex, ServiceNames } from "./code/service/names.ts";
import { deriveSlug, indexNames } from "./code/service/names.ts";
import { resolveName } from "./code/service/resolve.ts";
import { HEADERS } from "./code/service/senders.ts";
import { findSlots } from "./code/service/slots.ts";

export type { ServiceNames } from "./code/service/names.ts";

/** `known` is false for a brand that is in no list, taken from the phrase or bracket it stood in. */
export interface RecognizedService {
  slug: string;
  /** As the message wrote it. */
  name: string;
  confidence: number;
  known: boolean;
}

export type RecognizeService = (text: string, sender?: string) => RecognizedService[];

/** Builds the recognizer once from the catalogue. Its answers are best first, empty when nothing is named. */
export function createServiceRecognizer(services: readonly ServiceNames[]): RecognizeService {
  const index = indexNames(services);
  return (text, sender) => {
    const found = new Map<string, RecognizedService>();
    const add = (service: RecognizedService | null) => service && keepBetter(found, service);
    for (const service of certain(index, text)) add(service);
    for (const slot of findSlots(text)) add(resolveName(index, slot.name, slot.own));
    for (const mention of findMentions(index, text)) add(mention);
    if (sender) add(fromSender(index, sender));
    return [...found.values()].toSorted((a, b) => b.confidence - a.confidence);
  };
}

/** Two places that name the same service make it surer. */
function keepBetter(found: Map<string, RecognizedService>, service: RecognizedService): void {
  const other = found.get(service.slug);
  const best = other && other.confidence > service.confidence ? other : service;
  const both = other ? Math.min(0.99, best.confidence + 0.04) : best.confidence;
  found.set(service.slug, { ...best, confidence: both, known: best.known || (other?.known ?? false) });
}

/** What a specification says: the host a code is bound to, the hash of the app that may read it. */
function certain(index: NameIndex, text: string): RecognizedService[] {
  const services: RecognizedService[] = [];
  const host = originBoundCode(text)?.host;
  if (host)
    services.push(
      resolveName(index, host, 0.97) ?? { slug: deriveSlug(host), name: host, confidence: 0.9, known: false },
    );
  for (const [hash] of text.slice(-200).matchAll(/[A-Za-z0-9+/]{11}/g)) {
    const slug = APP_HASHES[hash];
    const service = slug && resolveName(index, slug, 0.98);
    if (service) services.push(service);
  }
  return services;
}

/** `JM-HDFCBK`, or a sender that is a name; digits say nothing (gateways rewrite them). */
function fromSender(index: NameIndex, sender: string): RecognizedService | null {
  const header = /^[A-Z]{2}(-?)([A-Z]{6})(?:-[A-Z])?$/.exec(sender.trim().toUpperCase());
  const company = HEADERS[header?.[2] ?? ""];
  if (company) return resolveName(index, company, 0.8);
  if (header?.[1] === "-") return resolveName(index, header[2] as string, 0.5);
  return /[A-Za-z]{3}/.test(sender) && sender.length <= 30 ? resolveName(index, sender, 0.78) : null;
}
