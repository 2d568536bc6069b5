import { brands } from "./brand-texts.ts";
import { languageOf, type Language } from "./languages.ts";
import { localTexts, welcomeTexts } from "./local-texts.ts";
import { pick } from "./pick.ts";

export interface SandboxTextInput {
  /** Slug. */
  service: string;
  serviceName: string;
  /** As it appears in the text; `sandboxCode` generates one. */
  code: string;
  /** Takes precedence over `country`. */
  language?: Language;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  random: () => number;
}

/** Six digits are by far the most common. */
const usualShapes = ["dddddd", "dddddd", "dddddd", "dddddd", "ddddd", "dddd"];

/** Without the letters and digits that are easily confused. */
const letters = "23456789BCDFGHJKMNPQRTVWXY";

/** Senders for "any other": invented brands. */
const inventedBrands = ["Lumorio", "Tavelka", "Zendaro", "Brightnook", "Okapio"];

/** Senders that gateways put in place of the service's name, and how often. */
const gatewaySenders = ["Verify", "AUTHMSG", "InfoSMS", "CodeSMS"];
const gatewayShare = 0.15;

/** The longest an alphanumeric sender may be (GSM 03.40, address field). */
const senderLength = 11;

/** A verification message as the service would send it. Contains the code verbatim and names the service. */
export function sandboxText(input: SandboxTextInput): { text: string; sender: string } {
  const { service, code, random } = input;
  const name = service === "other" ? pick(inventedBrands, random) : input.serviceName;
  const language = input.language ?? languageOf(input.country ?? "", random);
  const brand = brandOf(service);
  const template = pick((language === "en" ? brand?.texts : undefined) ?? localTexts[language], random);
  return { text: fill(template, name, code), sender: senderOf(brand?.sender ?? name, random) };
}

/** A code of the shape that the service uses. */
export function sandboxCode(service: string, random: () => number): string {
  const shape = pick(brandOf(service)?.shapes ?? usualShapes, random);
  return shape.replace(/[dA]/g, (place) => pick([...(place === "d" ? "0123456789" : letters)], random));
}

/** A message as services send them, in which there is no code. */
export function textWithoutCode(serviceName: string, random: () => number = () => 0): string {
  return fill(pick(welcomeTexts, random), serviceName, "");
}

function brandOf(service: string): (typeof brands)[string] | undefined {
  return Object.hasOwn(brands, service) ? brands[service] : undefined;
}

/** Functions, because a name may contain `$&`. */
function fill(template: string, serviceName: string, code: string): string {
  return template.replaceAll("{service}", () => serviceName).replaceAll("{code}", () => code);
}

function senderOf(serviceName: string, random: () => number): string {
  const plain = serviceName
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9]/g, "")
    .slice(0, senderLength);
  return plain.length < 2 || random() < gatewayShare ? pick(gatewaySenders, random) : plain;
}
