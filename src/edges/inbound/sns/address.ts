const host = /^sns\.[a-z0-9-]{3,}\.amazonaws\.com(?:\.cn)?$/;

/**
 * An address of Amazon SNS itself, on which alone certificates are fetched and subscriptions confirmed; null for any
 * other, whoever signed for it.
 */
export function snsAddress(text: string | undefined): URL | null {
  const url = URL.parse(text ?? "");
  const isPlain = url?.protocol === "https:" && url.port === "" && url.username === "" && url.password === "";
  return isPlain && host.test(url.hostname) ? url : null;
}
