import { createTransport } from "nodemailer";
import type { SendLetter } from "../../domain/mail/letter.ts";

const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

/** Sends e-mails through the server of SMTP_URL; null without one. */
export function createSmtp(url: string, from: string): SendLetter | null {
  if (url === "") return null;
  const transport = createTransport({ url, ...patience }, { from });
  return async ({ to, subject, text }) => {
    // An address object: text that a person typed must never be parsed as a list of addresses.
    await transport.sendMail({
      to: { name: "", address: to },
      subject,
      text,
      disableUrlAccess: true,
      disableFileAccess: true,
    });
  };
}
