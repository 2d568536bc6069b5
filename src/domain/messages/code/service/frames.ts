/** Stretches of a message that exist to name its sender: brackets, labels, first lines, signatures. */

/** `folded.slice(start, end)`; `own` is the confidence, from the place alone, that a name is there. */
export interface Frame {
  start: number;
  end: number;
  own: number;
}

const LONGEST = 40;
/** `<#>`, `[#]` and the mark of Korean operators come before everything else. */
const HEAD = /^\s?(?:<#>|\[#\]|\[(?:web|국제|국외)발신\])?\s?/;
const BRACKET = /^[[<(*【「"]{1,2}\s?([^[\]<>()*#【】「」"\n]{1,40}?)\s?[\]>)*】」"]{1,2}/;
const LAST_BRACKET = /【\s?([^【】]{1,24})】[\s.]*$/;
const FIRST_LABEL = /^((?:[^:.。!?\n=[\]【】]|\.[a-z]){2,40}?) ?(?:(:)|-|\|) ?[^\s/]/;
const FIRST_BEFORE_NUMBER = /^([^:.,。!?\n\d]{2,24}) \d{3}/;
const FIRST_LINE = /^([^\n:]{2,36})\n/;
const FIRST_SENTENCE = /^([^.!?:,\n\d]{2,30})[.!] /;
const QUOTED = /["']{1,2}([^"'\n:]{2,30})["']{1,2}/;
const SIGNATURES: readonly (readonly [own: number, pattern: RegExp])[] = [
  [0.87, /(?:[-~|]|\/ ?)\s?([^-~|/.!?:,\n\d]{2,34})[\s.]*$/],
  [0.7, /\d\s([^.!?:,\n\d]{2,30})[\s.]*$/],
  [0.74, /\n\s?([^.!?:\n]{2,34})[\s.]*$/],
  [0.72, /\b(?:by|from|team|regards,?|sincerely,?|thanks,?) ([^.!?:\n,]{2,34})[\s.]*$/],
  [0.7, /[.!?。！] ?([^.!?:,\n]{2,34})[\s.]*$/],
];

/** The frames of a message, the most certain first. */
export function findFrames(folded: string): Frame[] {
  const frames: Frame[] = [];
  const from = HEAD.exec(folded)?.[0].length ?? 0;
  const head = folded.slice(from, from + 2 * LONGEST);
  addGroup(BRACKET.exec(head), from, 0.9, frames);
  const label = FIRST_LABEL.exec(head);
  addGroup(label, from, label?.[2] ? 0.82 : 0.72, frames);
  addGroup(FIRST_BEFORE_NUMBER.exec(head), from, 0.64, frames);
  addGroup(FIRST_LINE.exec(head), from, 0.74, frames);
  addGroup(FIRST_SENTENCE.exec(head), from, 0.68, frames);
  if (folded.includes('"') || folded.includes("''")) addGroup(QUOTED.exec(folded), 0, 0.72, frames);
  const tailFrom = Math.max(from, folded.length - 2 * LONGEST);
  const tail = folded.slice(tailFrom);
  if (folded.endsWith("】") || tail.includes("】")) addGroup(LAST_BRACKET.exec(tail), tailFrom, 0.88, frames);
  for (const [own, pattern] of SIGNATURES) addGroup(pattern.exec(tail), tailFrom, own, frames);
  return frames;
}

function addGroup(match: RegExpExecArray | null, from: number, own: number, frames: Frame[]): void {
  const name = match?.[1];
  if (!match || name === undefined) return;
  const start = from + match.index + match[0].indexOf(name);
  frames.push({ start, end: start + name.length, own });
}
