/** Hosts of links: they identify the sender, unless they are link shorteners. */

const SHORTENERS =
  /^(?:bit\.ly|goo\.gl|t\.co|tinyurl\.com|is\.gd|cutt\.ly|rb\.gy|s\.id|ow\.ly|rebrand\.ly|shorturl\.at)$/i;
/** Only this much of a long text is examined. */
const LONGEST = 2000;

/** `https://lark.example/x`: `lark.example`. */
export function findHosts(text: string): string[] {
  if (!text.includes("://") && !text.includes("www.")) return [];
  const hosts: string[] = [];
  for (const [, host = ""] of text.slice(0, LONGEST).matchAll(/(?::\/\/|\b(?=www\.))([a-z0-9.-]{4,60})/gi))
    if (!SHORTENERS.test(host)) hosts.push(host.toLowerCase());
  return hosts.slice(0, MOST);
}

const MOST = 5;
