import { dictionary } from "@zxcvbn-ts/language-common";

/** Variations of our own name and of what numbers are rented for. */
const ours = `google1234 facebook123 whatsapp123 telegram123 nigeria123 zapotp1234 zapotp12345 mypassword123 administrator
admin12345 admin123456 changeme123 secretpassword p@ssw0rd123 p@ssword123 iloveyou123 welcome1234`;

/** The fifty thousand most common passwords of leaked lists, in small letters, and ours. */
export const commonPasswords: ReadonlySet<string> = new Set([
  ...dictionary["passwords-common"],
  ...ours.split(/\s+/),
]);
