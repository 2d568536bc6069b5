/**
 * A plausible but fictional number: of the country, about eleven digits, with 555 where people know that it means
 * fiction.
 */
export function simulatedNumber(
  dialCode: string,
  areaCode: string | undefined,
  random: () => number,
): string {
  const digits = (count: number): string =>
    Array.from({ length: count }, () => Math.floor(random() * 10)).join("");
  if (dialCode.startsWith("1")) {
    // North American plan: area code, then 555; seven digits follow the area code.
    const area =
      areaCode ?? (dialCode.length > 1 ? dialCode.slice(1) : `${2 + Math.floor(random() * 8)}${digits(2)}`);
    return `1${area}555${digits(4)}`;
  }
  return `${dialCode || "999"}${areaCode ?? ""}555${digits(6)}`;
}
