import { createRequire } from "node:module";
import type { dictionary } from "@zxcvbn-ts/language-common";

type Package = { dictionary: typeof dictionary };
const require = createRequire(import.meta.url);

/** Variations of our own name and of what numbers are rented for. */
const ours = `google1234 facebook123 whatsapp123 telegram123 nigeria123 zapotp1234 zapotp12345 mypassword123 administrator
admin12345 admin123456 changeme123 secretpassword p@ssw0rd123 p@ssword123 iloveyou123 welcome1234`;

let known: ReadonlySet<string> | undefined;

/**
 * Whether it is among the fifty thousand most common passwords of leaked lists, or ours; in small letters. The package
 * unpacks its lists when it is loaded, which takes a quarter of a second: it is loaded for the first password.
 */
export function isCommonPassword(plain: string): boolean {
  known ??= new Set([...listed(), ...ours.split(/\s+/)]);
  return known.has(plain);
}

const listed = (): string[] =>
  (require("@zxcvbn-ts/language-common") as Package).dictionary["passwords-common"];
