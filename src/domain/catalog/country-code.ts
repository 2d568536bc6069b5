/** A country as people write it, as the catalogue has it: an ISO 3166-1 code in any case; `UK` is `GB`. */
export function readCountryCode(text: string): string {
  const code = text.trim().toUpperCase();
  return code === "UK" ? "GB" : code;
}
