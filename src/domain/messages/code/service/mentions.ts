/** Known names in scripts without spaces, wherever they occur among the letters. */
import type { RecognizedService } from "../../service.ts";
import { UNSPACED, scriptOf } from "../scripts.ts";
import type { NameIndex } from "./names.ts";

/** Weaker than a name in its usual place, but enough if there is nothing better. */
export function unspacedMentions(index: NameIndex, { folded }: { folded: string }): RecognizedService[] {
  const mentions: RecognizedService[] = [];
  for (let i = 0; i < folded.length; i++) {
    if (scriptOf(folded.charCodeAt(i)) !== UNSPACED) continue;
    const name = index.unspaced.get(folded[i] as string)?.find((key) => folded.startsWith(key, i));
    if (!name) continue;
    const confidence = 0.62 - Math.min(i / 5, 10) * 0.01 + Math.min(name.length, 12) * 0.004;
    mentions.push({ slug: index.byKey.get(name) as string, name, confidence, known: true });
    i += name.length - 1;
  }
  return mentions;
}
