/** Whom a message is for. */
export interface Recipient {
  number: string;
  /** It came over a chat, and the number is the account's there. */
  isChat: boolean;
}

/** How a phone number is named in a URI (RFC 3966, RFC 5724). */
const phoneScheme = /^(?:tel|sms|mms):/i;
/** Chats that carriers hand in at the same address as SMS (Twilio, "Channels"; Bird; Vonage). */
const chatScheme = /^(?:whatsapp|rcs|messenger|viber|telegram|instagram|line|wechat|imessage|chat):/i;

/**
 * Reads whom a message is for. `tel:` and `sms:` are a way of writing the number. `whatsapp:` and `rcs:` are not SMS:
 * what comes there was written by a person, to an account that happens to have the number, and must not end a renter's
 * hold. It is kept for the operator; where the account is no number there is nothing to keep it under, and it is passed
 * over.
 *
 * @returns null for what is nobody's number
 */
export function readRecipient(
  text: string,
  readNumber: (text: string) => string | null,
): Recipient | "passed over" | null {
  const isChat = chatScheme.test(text);
  const scheme = isChat ? chatScheme : phoneScheme;
  const bare = scheme.test(text) ? text.replace(scheme, "").split(/[;?]/)[0] : text;
  const number = readNumber((bare ?? "").trim());
  if (number === null) return isChat ? "passed over" : null;
  return { number, isChat };
}
