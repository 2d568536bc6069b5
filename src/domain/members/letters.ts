import type { Letter } from "../mail/letter.ts";

const toWhom = (name: string): string => `Hello ${name},\n\n`;
const end = "\n\nIf you did not ask for this, ignore this letter: nothing changes.\n";

export const confirmLetter = (to: string, name: string, link: string): Letter => ({
  to,
  subject: "Confirm your e-mail address",
  text: `${toWhom(name)}confirm that this is your address for ZapOTP (the link is good for three days):\n\n${link}${end}`,
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

const changes = {
  password: "your password was changed",
  email: "your e-mail address was changed; this one is no longer yours there",
  "totp on": "two-factor sign-in was turned on",
  "totp off": "two-factor sign-in was turned off",
} as const;
export type Change = keyof typeof changes;

export const changeLetter = (to: string, name: string, change: Change): Letter => ({
  to,
  subject: "A change to how you sign in",
  text: `${toWhom(name)}${changes[change]} at ZapOTP.\n\nIf that was not you, set a new password at once ("Forgot your password?" on the page to sign in) and tell the operator.\n`,
});
