import type { NeverShownEntry } from "../catalog/never-shown.ts";
import type { IncomingSms } from "./message.ts";

type Content = Pick<IncomingSms, "number" | "sender" | "text">;

/** Whether a message is one that no renter gets to see, whatever they rented. */
export type IsNeverShown = (sms: Content) => boolean;

/** A name as networks write it: in any case, with or without spaces and signs. */
const plain = (sender: string): string => sender.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

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
    const prefix = country === null ? "" : (dialCodes.get(country) ?? "none");
    if (kind === "text") {
      const text = new RegExp(pattern, "iu");
      return (sms: Content) => sms.number.startsWith(prefix) && text.test(sms.text);
    }
    const name = plain(pattern);
    return (sms: Content) => sms.number.startsWith(prefix) && plain(sms.sender) === name;
  });
  return (sms) => rules.some((isMeant) => isMeant(sms));
}
