/** What everybody who signs up agrees to. A change of meaning is a new version; the accepted version is stored. */
export const terms = {
  version: "2026-11",
  text: `I use ZapOTP lawfully. I request codes only for accounts of my own, or on systems that I own or am allowed in writing to test. I do not use numbers to deceive, to get round a ban or an identity check, to open accounts in the name of others, for banks, payments, government or crypto exchanges, or to send unwanted messages. I know that orders and messages are recorded, that the operator may look into them when something is reported, and that an account which breaks this is closed.`,
} as const;

/** The statement's version, and the operator's own where their terms have one. */
export const termsVersionWith = (own: string): string =>
  own === "" ? terms.version : `${terms.version}/${own}`;
