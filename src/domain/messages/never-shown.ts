import type { NeverShownEntry } from "../catalog/never-shown.ts";
import type { IncomingSms } from "./message.ts";

type Content = Pick<IncomingSms, "number" | "sender" | "text">;

/** Whether a message is one that no renter gets to see, whatever they rented. */
export type IsNeverShown = (sms: Content) => boolean;

/** A name as networks write it: in any case, with or without spaces and signs. */
const plain = (sender: string): string => sender.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

/**
 * The sender's name; on Indian numbers also without what networks put around it: the operator and circle before it, the
 * kind of message after it, as in `VM-UIDAI-T` (TRAI, Telecom Commercial Communications Customer Preference Regulations).
 */
function namesOf({ number, sender }: Content): string[] {
  const bare = number.startsWith("91") ? sender.replace(/^[a-z]{2}-/i, "").replace(/-[a-z]$/i, "") : sender;
  return [plain(sender), plain(bare)];
}

/**
 * Messages of banks, payments and government that the catalogue's restricted services do not cover: by sender, and by
 * phrases that only such messages have. An entry with a country counts for that country's numbers only.
 *
 * @param dialCodes by country, without `+`
 */
export function openNeverShown(
  entries: readonly NeverShownEntry[],
  dialCodes: ReadonlyMap<string, string>,
): IsNeverShown {
  const rules = entries.map(({ kind, country, pattern }) => {
    const prefix = country === null ? "" : dialCodes.get(country);
    if (prefix === undefined)
      throw new Error(`"${country}: ${pattern}" names no country, such as GB: ${pattern}`);
    if (kind === "text") {
      const text = new RegExp(pattern, "iu");
      return (sms: Content) => sms.number.startsWith(prefix) && text.test(sms.text);
    }
    const name = plain(pattern);
    if (name === "") throw new Error(`"${pattern}" is no sender's name: it has neither a letter nor a digit`);
    return (sms: Content) => sms.number.startsWith(prefix) && namesOf(sms).includes(name);
  });
  return (sms) => rules.some((isMeant) => isMeant(sms));
}
