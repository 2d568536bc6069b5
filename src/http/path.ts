/** The path of a URL that `plainUrl` returned. */
export function pathOf(url: string): string {
  const mark = url.indexOf("?");
  return mark < 0 ? url : url.slice(0, mark);
}

const isPlain = /^(?:\/[^/?#%]+)*\/?(?:\?[^#]*)?$/;

/**
 * A request target in the form that the rest of the server expects: needlessly encoded letters are decoded (RFC 3986,
 * 6.2.2.2), slashes that a proxy doubled are merged, and the host of an absolute URL (RFC 9112, 3.2.2) is removed.
 * All decisions by path use this form. The query stays as it is.
 */
export function plainUrl(target: string): string {
  if (isPlain.test(target)) return target;
  const [address = ""] = target.replace(/^https?:\/\/[^/?#]*\/?/i, "/").split("#", 1);
  const path = pathOf(address);
  const plain = path.replaceAll(/%[0-9a-f]{2}/gi, decodeUnreserved).replaceAll(/\/{2,}/g, "/");
  return plain + address.slice(path.length);
}

function decodeUnreserved(encoded: string): string {
  const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
  return /[\w.~-]/.test(character) ? character : encoded;
}
