/** Cuts a folded message into chunks: Latin letters and digits, with the single characters that join them. */
import { isCodeUnit, isDigitUnit, scriptOf, UNSPACED, LATIN } from "./scripts.ts";

/** `folded.slice(start, end)`. `path` is true for URLs, domains, e-mail addresses and mentions. */
export interface Chunk {
  start: number;
  end: number;
  digits: number;
  letters: number;
  path: boolean;
}

/** A chunk longer than this is no code, amount or date; so it is not examined. */
export const MAX_CHUNK = 48;

/** Hosts in messages are short; longer chunks are not tested for being a host. */
const LONGEST_HOST = 80;

/**
 * Joining characters: paths, hyphens, masks. `:`, `,` and `'` only join digits (`12:30`, `1,234`); `=` and `#` never
 * join.
 */
const ANYTHING = 1;
const DIGITS_ONLY = 2;
const TIES = new Uint8Array(0x10000);
for (const sign of "./-_@*+~%\\") TIES[sign.charCodeAt(0)] = ANYTHING;
for (const sign of ":,'") TIES[sign.charCodeAt(0)] = DIGITS_ONLY;

/** Common endings of domains: `fun5.com` is a host, `0255.Please` the end of a sentence. */
const DOMAIN =
  /[a-z][a-z0-9-]*\.(?:com|net|org|info|io|co|me|ly|app|link|site|xyz|shop|online|biz|club|top|vip|tv|cc|ru|ua|by|kz|uz|cn|tw|hk|jp|kr|th|vn|id|my|sg|ph|in|pk|bd|ir|sa|ae|il|eu|de|at|ch|fr|es|pt|it|nl|be|uk|ie|pl|cz|sk|hu|ro|bg|gr|tr|az|se|dk|fi|no|ee|lv|lt|us|ca|mx|br|ar|cl|pe|au|nz|za|ng|ke|gov|edu)$/;

/** All chunks in order. One pass; URLs are consumed to their end. */
export function findChunks(folded: string): Chunk[] {
  const chunks: Chunk[] = [];
  for (let i = 0; i < folded.length; i++) {
    if (!isCodeUnit(folded.charCodeAt(i))) continue;
    const chunk = readChunk(folded, i);
    chunks.push(chunk);
    i = chunk.end - 1;
  }
  return chunks;
}

function readChunk(folded: string, start: number): Chunk {
  let end = start;
  let digits = 0;
  let letters = 0;
  for (; end < folded.length; end++) {
    const unit = folded.charCodeAt(end);
    if (isDigitUnit(unit)) digits++;
    else if (scriptOf(unit) === LATIN) letters++;
    else if (!isTie(folded, end)) break;
  }
  return asPath(folded, { start, end, digits, letters, path: false });
}

/** A character inside a chunk: between two characters of codes, `12-34`, `a.b`. */
function isTie(folded: string, i: number): boolean {
  const ties = TIES[folded.charCodeAt(i)] as number;
  if (ties === 0) return false;
  const next = folded.charCodeAt(i + 1);
  if (ties === ANYTHING) return isCodeUnit(next);
  return isDigitUnit(next) && isDigitUnit(folded.charCodeAt(i - 1));
}

function asPath(folded: string, chunk: Chunk): Chunk {
  if (folded.startsWith("://", chunk.end))
    return { ...chunk, end: urlEnd(folded, chunk.end + 3), path: true };
  const size = chunk.end - chunk.start;
  if (chunk.letters + chunk.digits === size || chunk.letters < 2 || size > LONGEST_HOST * 2) return chunk;
  const text = folded.slice(chunk.start, chunk.end);
  if (!text.includes(".") && !text.includes("@")) return chunk;
  if (text.startsWith("www.")) return { ...chunk, end: urlEnd(folded, chunk.end), path: true };
  const at = text.indexOf("@");
  if (at > 0 && text.indexOf(".", at) > at) return { ...chunk, path: true };
  const slash = text.indexOf("/");
  const host = slash < 0 ? text : text.slice(0, slash);
  if (host.length > LONGEST_HOST || !DOMAIN.test(host)) return chunk;
  return { ...chunk, end: slash < 0 ? chunk.end : urlEnd(folded, chunk.end), path: true };
}

/** A URL runs to white space, a bracket or a script without spaces. */
function urlEnd(folded: string, from: number): number {
  let end = from;
  while (end < folded.length) {
    const unit = folded.charCodeAt(end);
    if (
      unit <= 0x20 ||
      unit > 0x2fff ||
      scriptOf(unit) === UNSPACED ||
      '"<>()[]{}|'.includes(folded[end] as string)
    )
      break;
    end++;
  }
  return end;
}
