/** Hosts of links: they speak for the sender, unless they only shorten. */

const SHORTENERS =
  /^(?:bit\.ly|goo\.gl|t\.co|tinyurl\.com|is\.gd|cutt\.ly|rb\.gy|s\.id|ow\.ly|rebrand\.ly|shorturl\.at)$/i;
/** Of a long text only this much is looked at. */
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
