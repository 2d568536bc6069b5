/** Finds which service sent a message. Pure; the catalogue is passed in. */
import type { ReadMessage } from "./code.ts";
import type { Analysis } from "./code/analysis.ts";
import { analyse, hasNounsInCapitals } from "./code/analysis.ts";
import { originBoundCode } from "./code/origin.ts";
import { originalSpan } from "./code/reading.ts";
import { findEntities, isForeign } from "./code/service/entities.ts";
import { findFrames } from "./code/service/frames.ts";
import { APP_HASHES } from "./code/service/hashes.ts";
import { findHosts } from "./code/service/hosts.ts";
import type { Page } from "./code/service/judge.ts";
import { judge, judgeFrame } from "./code/service/judge.ts";
import { unspacedMentions } from "./code/service/mentions.ts";
import type { NameIndex, ServiceNames } from "./code/service/names.ts";
import { deriveSlug, indexNames } from "./code/service/names.ts";
import { resolveName } from "./code/service/resolve.ts";
import { HEADERS } from "./code/service/senders.ts";
import type { Token } from "./code/service/tokens.ts";
import { cutTokens } from "./code/service/tokens.ts";

export type { ServiceNames } from "./code/service/names.ts";

/** `known` is false for a brand that is in no list, taken from the phrase or bracket it was in. */
export interface RecognizedService {
  slug: string;
  /** As written in the message. */
  name: string;
  confidence: number;
  known: boolean;
}

export type RecognizeService = (message: string | ReadMessage, sender?: string) => RecognizedService[];

/** Builds the recognizer once from the catalogue. It returns the best first, and nothing if no service is named. */
export function createServiceRecognizer(services: readonly ServiceNames[]): RecognizeService {
  const index = indexNames(services);
  return (message, sender) => {
    const analysis = analyse(message);
    const { text } = analysis;
    const found = new Map<string, RecognizedService>();
    const add = (service: RecognizedService | null) => service && keepBetter(found, service);
    for (const service of certain(index, text)) add(service);
    const page = openPage(analysis);
    for (const frame of findFrames(page.folded)) add(judgeFrame(index, page, frame));
    for (const entity of findEntities(index, page)) add(judge(page, entity));
    for (const mention of unspacedMentions(index, page)) add(mention);
    for (const host of findHosts(text)) add(resolveName(index, host, 0.66));
    if (sender) add(fromSender(index, sender));
    return [...found.values()].toSorted((a, b) => b.confidence - a.confidence);
  };
}

function openPage(analysis: Analysis): Page {
  const { text, reading, candidates, isCapital } = analysis;
  const heard = analysis.heard();
  const tokens = withoutHash(text, reading.folded, cutTokens(analysis));
  return {
    folded: reading.folded,
    tokens,
    candidates,
    foreign: isForeign(tokens),
    shouted: isShouted(tokens, isCapital),
    nounsInCapitals: hasNounsInCapitals(heard),
    paid: heard.words.some(({ role }) => role === "money"),
    written: (first, last) => {
      const [from, to] = [(tokens[first] as Token).start, (tokens[last] as Token).end];
      return text.slice(...originalSpan(reading, from, to));
    },
  };
}

/** The hash at the end by which an app reads the message is not a name. */
function withoutHash(text: string, folded: string, tokens: Token[]): Token[] {
  const hash = /(?:\s)([A-Za-z0-9+/]{11})\s*$/.exec(text.slice(-16))?.[1];
  if (!hash || !(/^\s*(?:<#>|\[#\])/.test(text) || /\d|[+/]|[a-z][A-Z]/.test(hash))) return tokens;
  const from = folded.trimEnd().length - hash.length;
  return tokens.filter((token) => token.start < from);
}

/** Mostly capitals, in words of some length. */
function isShouted(tokens: readonly Token[], isCapital: (index: number) => boolean): boolean {
  let capitals = 0;
  let others = 0;
  for (const { start, end } of tokens) {
    for (let i = start + 1; i < end; i++) {
      if (isCapital(i)) capitals++;
      else others++;
    }
  }
  return capitals > others;
}

/** Two places that name the same service make it more certain. */
function keepBetter(found: Map<string, RecognizedService>, service: RecognizedService): void {
  const other = found.get(service.slug);
  const best = other && other.confidence > service.confidence ? other : service;
  const both = other ? Math.min(0.99, best.confidence + 0.04) : best.confidence;
  found.set(service.slug, { ...best, confidence: both, known: best.known || (other?.known ?? false) });
}

/** Evidence by specification: the host a code is bound to, the hash of the app that may read it. */
function certain(index: NameIndex, text: string): RecognizedService[] {
  const services: RecognizedService[] = [];
  const host = originBoundCode(text)?.host;
  if (host)
    services.push(
      resolveName(index, host, 0.97) ?? { slug: deriveSlug(host), name: host, confidence: 0.9, known: false },
    );
  for (const hash of lastWords(text)) {
    const slug = APP_HASHES.get(hash);
    const service = slug && resolveName(index, slug, 0.98);
    if (service) services.push(service);
  }
  return services;
}

/** A hash is the last word of a message, or only a signature follows. */
function lastWords(text: string): string[] {
  return text.slice(-60).trimEnd().split(/\s+/).slice(-3);
}

/** `JM-HDFCBK`, or a sender that is a name; digits mean nothing (gateways rewrite them). */
function fromSender(index: NameIndex, sender: string): RecognizedService | null {
  const header = /^[A-Z]{2}(-?)([A-Z]{6})(?:-[A-Z])?$/.exec(sender.trim().toUpperCase());
  const company = HEADERS.get(header?.[2] ?? "");
  if (company)
    return (
      resolveName(index, company, 0.8) ?? {
        slug: deriveSlug(company),
        name: company,
        confidence: 0.7,
        known: false,
      }
    );
  if (header?.[1] === "-") return resolveName(index, header[2] as string, 0.5);
  return /[A-Za-z]{3}/.test(sender) && sender.length <= 30 ? resolveName(index, sender, 0.78) : null;
}
