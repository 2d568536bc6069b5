/** Known names anywhere in a message: weaker than a slot, enough when nothing better is said. */
import type { RecognizedService } from "../../service.ts";
import type { Reading } from "../reading.ts";
import { read } from "../reading.ts";
import { CYRILLIC, DIGIT, LATIN, NONE, UNSPACED, scriptOf } from "../scripts.ts";
import type { NameIndex } from "./names.ts";
import { isCommonWord } from "./names.ts";
import { COMMON_WORDS } from "./brands.ts";

const LONGEST_NAME = 4;
/** Shorter names in small letters are taken for words. */
const NEEDS_CAPITAL = 6;

/** Names of up to four words, with word boundaries; common words (`line`, `any`, `ok`) never count here. */
export function findMentions(index: NameIndex, text: string): RecognizedService[] {
  const reading = read(text);
  return [...spacedMentions(index, reading), ...unspacedMentions(index, reading.folded)];
}

interface Token {
  key: string;
  start: number;
}

function spacedMentions(index: NameIndex, { folded, text, at }: Reading): RecognizedService[] {
  const tokens = splitWords(folded);
  const mentions: RecognizedService[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!index.starts.has((tokens[i] as Token).key)) continue;
    const first = text[at[(tokens[i] as Token).start] as number] as string;
    const capital = first !== first.toLowerCase();
    let key = "";
    for (let n = 0; n < LONGEST_NAME && i + n < tokens.length; n++) {
      key += (tokens[i + n] as Token).key;
      const slug = index.byKey.get(key);
      if (!slug) continue;
      if (isCommonWord(key)) {
        if (n === 0 && isInCapitals(text, at[(tokens[i] as Token).start] as number, key))
          mentions.push({ ...mention(slug, key, i), confidence: 0.57 });
      } else if (capital || (n === 0 && key.length > NEEDS_CAPITAL)) mentions.push(mention(slug, key, i));
    }
  }
  return mentions;
}

/** `SCB`, `BBVA`: abbreviations in capitals, three or four letters, no word of the language. */
function isInCapitals(text: string, from: number, key: string): boolean {
  return (
    key.length >= 3 && !COMMON_WORDS.has(key) && /^[A-Z]{3,4}$/.test(text.slice(from, from + key.length))
  );
}

function unspacedMentions(index: NameIndex, folded: string): RecognizedService[] {
  const mentions: RecognizedService[] = [];
  for (let i = 0; i < folded.length; i++) {
    if (scriptOf(folded.charCodeAt(i)) !== UNSPACED) continue;
    const name = index.unspaced.get(folded[i] as string)?.find((key) => folded.startsWith(key, i));
    if (name) mentions.push(mention(index.byKey.get(name) as string, name, i / 5));
  }
  return mentions;
}

/** Earlier and longer names are likelier to be the sender than a merchant named on the way. */
function mention(slug: string, key: string, position: number): RecognizedService {
  const confidence = 0.62 - Math.min(position, 10) * 0.01 + Math.min(key.length, 12) * 0.004;
  return { slug, name: key, confidence, known: true };
}

function splitWords(folded: string): Token[] {
  const tokens: Token[] = [];
  let start = -1;
  for (let i = 0; i <= folded.length; i++) {
    const script = i < folded.length ? scriptOf(folded.charCodeAt(i)) : NONE;
    const inside = script === LATIN || script === DIGIT || script === CYRILLIC;
    if (inside && start < 0) start = i;
    if (!inside && start >= 0) {
      tokens.push({ key: folded.slice(start, i), start });
      start = -1;
    }
  }
  return tokens;
}
