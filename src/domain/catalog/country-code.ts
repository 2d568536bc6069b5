/** Converts a country as people write it to the catalogue's form: an ISO 3166-1 code in any case; `UK` is `GB`. */
export function readCountryCode(text: string): string {
  const code = text.trim().toUpperCase();
  return code === "UK" ? "GB" : code;
}
