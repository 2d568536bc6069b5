/** What a certificate says: that a number was rented to an account for a time. */
export interface Certificate {
  /** The address of the installation. */
  issuer: string;
  orderId: number;
  number: string;
  country: string;
  service: string;
  /** The name of the account. */
  holder: string;
  from: Date;
  /** Null: the number was still theirs when this was issued. */
  until: Date | null;
  issuedAt: Date;
}

export const title = "CERTIFICATE OF A RENTED NUMBER";

const line = (name: string, value: string): string => `${name}: ${value.replaceAll(/[\p{Cc}\s]+/gu, " ")}`;

/** What is signed: a line per fact, and the key that it is signed with. */
export const write = (certificate: Certificate, keyId: number): string =>
  [
    title,
    line("Issued by", certificate.issuer),
    line("Number", `+${certificate.number}`),
    line("Country", certificate.country),
    line("Rented to", certificate.holder),
    line("Rented for", certificate.service),
    line("Order", String(certificate.orderId)),
    line("From", certificate.from.toISOString()),
    line("To", certificate.until?.toISOString() ?? "still rented when this was issued"),
    line("Issued at", certificate.issuedAt.toISOString()),
    line("Key", String(keyId)),
  ].join("\n");

/** The whole text that the customer gets. */
export const withSignature = (body: string, signature: Buffer): string =>
  `${body}\nSignature: ${signature.toString("base64url")}\n`;

export interface ReadText {
  body: string;
  facts: [name: string, value: string][];
  keyId: number;
  signature: Buffer;
}

/** Longer texts are none of ours. */
export const longestText = 4000;

/**
 * Takes a text apart as people paste it, with other line ends, blanks at the ends of lines and empty lines; null if it
 * is no certificate.
 */
export function readText(text: string): ReadText | null {
  const lines = text
    .slice(0, longestText)
    .split(/\r\n?|\n/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const signed = lines.slice(0, -1);
  const [, signature] = /^Signature: ([\w-]{86})$/.exec(lines.at(-1) ?? "") ?? [];
  const [, keyId] = /^Key: (\d{1,9})$/.exec(signed.at(-1) ?? "") ?? [];
  if (signed[0] !== title || signature === undefined || keyId === undefined) return null;
  const facts = signed.slice(1, -1).map((one): [string, string] => {
    const [, name = "", value = ""] = /^([^:]*): ?(.*)$/.exec(one) ?? [];
    return [name, value];
  });
  return {
    body: signed.join("\n"),
    facts,
    keyId: Number(keyId),
    signature: Buffer.from(signature, "base64url"),
  };
}
