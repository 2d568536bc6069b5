/** The baseline for the comparison, in the form that the scorer expects. It ships no types. */
import { createRequire } from "node:module";

type Parse = (message: string) => { code?: string; service?: string } | undefined;
const parse = createRequire(import.meta.url)("parse-otp-message") as Parse;

export function parseOtpMessage(text: string): { code: string | null; service: string | null } {
  const found = parse(text);
  return { code: found?.code ?? null, service: found?.service ?? null };
}
