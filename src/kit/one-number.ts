/**
 * Countries whose mobile numbers are written in two ways: calling code and ten digits, with or without another digit
 * in between. Mexico had a 1 there until 2019, and much of the world still dials it; Argentina has a 9 there for calls
 * from abroad, which is often omitted for SMS.
 */
const withDigit = /^(52)1(\d{10})$|^(54)9(\d{10})$/;
const withoutDigit = /^(52|54)(\d{10})$/;
const digits: Record<string, string> = { 52: "1", 54: "9" };

/** A canonical form of each number, in which different notations of it are equal. Digits with country code. */
export function canonicalNumber(number: string): string {
  const [, mexico = "", mexican = "", argentina = "", argentine = ""] = withDigit.exec(number) ?? [];
  return mexico || argentina ? mexico + mexican + argentina + argentine : number;
}

/** Every notation of the number, so that it is found however it was stored. */
export function formsOf(number: string): string[] {
  const plain = canonicalNumber(number);
  const [, code = "", rest = ""] = withoutDigit.exec(plain) ?? [];
  return code ? [plain, `${code}${digits[code]}${rest}`] : [plain];
}
