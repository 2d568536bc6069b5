import { readServices } from "../../src/domain/catalog/data.ts";
import { createServiceRecognizer } from "../../src/domain/messages/service.ts";

/** The services of the model, by their family. */
export const familyOf = {
  whatsapp: "meta",
  instagram: "meta",
  facebook: "meta",
  telegram: "telegram",
  google: "google",
  "google-voice": "google",
  viber: "viber",
  other: "whole",
} as const;
export type ServiceName = keyof typeof familyOf;
export type Family = (typeof familyOf)[ServiceName];
export const services = Object.keys(familyOf) as ServiceName[];

/** The catalogue's names of the families: one of their services each. */
export const familyBySlug: Record<string, Family> = {
  meta: "meta",
  telegram: "telegram",
  google: "google",
  viber: "viber",
};

/** A text as it arrives, and what a person would say it is about. */
export interface Text {
  text: string;
  sender: string;
  /** Services that it names. */
  names: (ServiceName | "meta")[];
  /** Families for which it could open an account. `whole`: for any that is in no catalogue. */
  about: Family[];
  /** Orders it may go to although they are for none of the named services: relatives that can sign in with it. */
  signsIn: ServiceName[];
}

const of = (text: string, names: Text["names"], about: Family[], more: Partial<Text> = {}): Text => ({
  text,
  sender: "32665",
  names,
  about,
  signsIn: [],
  ...more,
});

export const texts: Text[] = [
  of("Your WhatsApp code: 123-456. Don't share it.", ["whatsapp"], ["meta"]),
  of("123 456 is your Instagram code. Don't share it.", ["instagram"], ["meta"]),
  of("123456 is your Facebook confirmation code", ["facebook"], ["meta"]),
  of("123456 is your code. - Meta", ["meta"], ["meta"], { signsIn: ["whatsapp", "instagram", "facebook"] }),
  of("Telegram code: 12345. Do not give it to anyone.", ["telegram"], ["telegram"]),
  of("G-123456 is your Google verification code.", ["google"], ["google"], { signsIn: ["google-voice"] }),
  of("[Google Voice] 123456", ["google-voice"], ["google"]),
  of("Your Viber code: 123456", ["viber"], ["viber"]),
  of("123456", ["telegram"], ["telegram"], { sender: "Telegram" }),
  of(
    "Telegram code: 12345. You asked for it from your Viber account.",
    ["telegram", "viber"],
    ["telegram", "viber"],
  ),
  of("Your code is 482910", [], ["whole"]),
  of("551904 is your Fernhollow code", [], ["whole"]),
  of("551904", [], ["whole"], { sender: "Fernhollow" }),
  of(
    "Your code is 482910. Should it not reach you within some minutes, ask for it again; or call us: Viber",
    [],
    ["whole", "viber"],
  ),
];

/** Throws if the recognizer does not read a text as a person does: the model would then be about something else. */
export function checkTexts(): void {
  const recognize = createServiceRecognizer(readServices());
  for (const { text, sender, names } of texts) {
    const sure = recognize(text, sender).filter(({ known, confidence }) => known && confidence >= 0.6);
    const read = sure.map(({ slug }) => slug).toSorted();
    if (read.join() !== names.toSorted().join()) throw new Error(`"${text}" is read as ${read.join()}`);
  }
}
