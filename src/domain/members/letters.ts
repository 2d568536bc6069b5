import type { Letter } from "../mail/letter.ts";

const toWhom = (name: string): string => `Hello ${name},\n\n`;
const end = "\n\nIf you did not ask for this, ignore this letter: nothing changes.\n";

export const confirmLetter = (to: string, name: string, link: string): Letter => ({
  to,
  subject: "Confirm your e-mail address",
  text: `${toWhom(name)}confirm that this is your address for ZapOTP (the link is good for three days):\n\n${link}${end}`,
});

/** To the owner of the address, if somebody else enters it: the answer to that person reveals nothing. */
export const knownAddressLetter = (to: string, name: string, address: string): Letter => ({
  to,
  subject: "You have an account already",
  text: `${toWhom(name)}somebody gave this address at ${address}, to sign up or to be written to there. It is yours already: your user name is ${name}. Sign in with it, or set a new password at ${address}/forgot.${end}`,
});

export const resetLetter = (to: string, name: string, link: string): Letter => ({
  to,
  subject: "Set a new password",
  text: `${toWhom(name)}set a new password for ZapOTP (the link is good for one hour):\n\n${link}${end}`,
});

export const invitationLetter = (to: string, account: string, role: string, link: string): Letter => ({
  to,
  subject: `Join ${account} on ZapOTP`,
  text: `Hello,\n\n${account} invites you to ZapOTP as ${role} (the link is good for a week):\n\n${link}${end}`,
});

/** Contains no link that proves anything: the reader goes to the dashboard by themselves. */
export const noticeLetter = (to: string, name: string, what: string, address: string): Letter => ({
  to,
  subject: `Your sign-in changed: ${what}`,
  text: `${toWhom(name)}for your account at ${address}, ${what}.\n\nIf that was not you, set a new password at ${address}/forgot, then look through Settings: sessions, two-factor and passkeys.\n`,
});
