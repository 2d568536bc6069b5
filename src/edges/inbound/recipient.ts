/** The recipient of a message. */
export interface Recipient {
  number: string;
  /** It came over a chat, to the account with this number. */
  isChat: boolean;
}

/** Schemes of phone numbers in URIs (RFC 3966, RFC 5724). */
const phoneScheme = /^(?:tel|sms|mms):/i;
/** Chats whose messages carriers deliver to the same URL as SMS (Twilio, "Channels"; Bird; Vonage). */
const chatScheme = /^(?:whatsapp|rcs|messenger|viber|telegram|instagram|line|wechat|imessage|chat):/i;

/**
 * Reads the recipient of a message. `tel:` and `sms:` are just notations of the number. `whatsapp:` and `rcs:` are
 * not SMS: such a message was written by a person, to an account that happens to have the number, and must not
 * complete a renter's order. It is kept for the operator; if the account is not a number, there is nothing to file it
 * under, and it is dropped.
 *
 * @returns null if it is nobody's number
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
