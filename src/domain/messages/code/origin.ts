/**
 * Origin-bound one-time codes: the last line is `@host #code`, optionally ` @embedded-host`
 * (WICG sms-one-time-codes; Apple's domain-bound codes). The code is everything from `#` to white space.
 */

const LINE =
  /^\s*@([a-z0-9.-]{3,253}\.[a-z]{2,24}|localhost) #([^\s#]{2,64})(?: @[a-z0-9.-]{3,253})?(?: ?%[a-z0-9.-]+)?\s*$/i;

/** A code and the host it is bound to. */
export interface OriginBound {
  code: string;
  span: [number, number];
  host: string;
}

export function originBoundCode(text: string): OriginBound | null {
  const tail = text.slice(-600).trimEnd();
  const newline = tail.lastIndexOf("\n");
  const line = tail.slice(newline + 1);
  const match = line.includes("@") ? LINE.exec(line) : null;
  if (!match) return null;
  const code = match[2] as string;
  const start = firstMention(text, code);
  return { code, span: [start, start + code.length], host: match[1] as string };
}

/** The explanatory sentence usually holds the code too; that is the one people see. */
function firstMention(text: string, code: string): number {
  const bound = text.lastIndexOf(`#${code}`) + 1;
  const first = text.indexOf(code);
  const alone = !/[\p{L}\p{N}]/u.test((text[first - 1] ?? " ") + (text[first + code.length] ?? " "));
  return alone ? first : bound;
}
