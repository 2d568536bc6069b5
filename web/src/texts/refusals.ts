import { inLanguage } from "./in-language.ts";
import type { Sentences } from "./sentences.ts";

const inEnglish: Sentences = {};
const sentences = inLanguage("refusals", inEnglish);

/** A refusal in the reader's language; undefined where the server's own sentence, in English, is the best there is. */
export function refusalText(code: string, details: Record<string, unknown>): string | undefined {
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  return typeof sentence === "function" ? sentence(details) : sentence;
}
