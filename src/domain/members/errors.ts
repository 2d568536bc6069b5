import { Refusal } from "../../kit/errors.ts";
import { formatMinor } from "../../kit/money.ts";

export const invalidCredentials = (field?: string): Refusal =>
  new Refusal(
    "invalid_credentials",
    field ? "The password is wrong." : "Wrong username or password.",
    field ? { field } : {},
  );

export const totpRequired = (): Refusal =>
  new Refusal("totp_required", "Enter the code of your authenticator, or a recovery code.", {
    field: "code",
  });

export const totpWrong = (): Refusal =>
  new Refusal("totp_wrong", "The code is wrong or was already used; enter the one shown now.", {
    field: "code",
  });

export const totpEnabled = (): Refusal =>
  new Refusal("totp_enabled", "Two-factor sign-in is already on; turn it off first to change it.");

export const totpNotBegun = (): Refusal =>
  new Refusal("totp_not_begun", "Begin with the secret for your authenticator, then enter its code.");

export const passwordWeak = (message: string): Refusal =>
  new Refusal("password_weak", message, { field: "password" });

export const memberNameTaken = (username: string): Refusal =>
  new Refusal("username_taken", `The username "${username}" is taken; choose another one.`, {
    field: "username",
  });

/** Only shown to whoever reads mail at that address. */
export const emailTaken = (): Refusal =>
  new Refusal(
    "email_taken",
    "Another member already uses this address; sign in as that member, or give another address.",
    { field: "email" },
  );

/** `what`: ends the sentence "Confirm your e-mail address before you …". */
export const emailUnconfirmed = (what: string): Refusal =>
  new Refusal(
    "email_unconfirmed",
    `Confirm your e-mail address before you ${what}: use the link that was sent to it, or ask for another one in Settings.`,
  );

export const confirmSignedIn = (username: string): Refusal =>
  new Refusal(
    "password_required",
    `Enter the password of ${username} to confirm the address. If you did not sign up here, set a new password instead: that ends what somebody else made with your address.`,
    { field: "password", username },
  );

/** `what` completes the sentence "Enter your password once more to …". */
export const proofRequired = (what: string): Refusal =>
  new Refusal("password_required", `Enter your password once more to ${what}.`, { field: "password" });

export const signUpClosed = (): Refusal =>
  new Refusal("sign_up_closed", "Sign-up is closed here; ask the operator for an account.");

export const linkInvalid = (): Refusal =>
  new Refusal("link_invalid", "This link was already used or has expired; ask for a new one.", {
    field: "token",
  });

export const memberNotFound = (): Refusal =>
  new Refusal("member_not_found", "There is no such member in your team.");

export const teamFull = (most: number): Refusal =>
  new Refusal(
    "team_full",
    `A team has at most ${most} members and open invitations; remove somebody or revoke an invitation first.`,
  );

export const invitationNotFound = (): Refusal =>
  new Refusal("invitation_not_found", "There is no such invitation; it may already have been accepted.");

export const lastOwner = (): Refusal =>
  new Refusal("last_owner", "An account needs at least one owner; make somebody else an owner first.");

export const noSuchOperator = (username: string): Refusal =>
  new Refusal(
    "operator_not_found",
    `No operator is called "${username}"; "operator list" shows all operators.`,
  );

export const lastOperator = (): Refusal =>
  new Refusal("last_operator", "A server needs at least one operator; add another one first.");

export const balanceLeft = (balanceMinor: number, currency: string): Refusal =>
  new Refusal(
    "balance_left",
    `The wallet holds ${formatMinor(balanceMinor)} ${currency}: say whether it should be paid out to you or given up.`,
    { field: "balance", balanceMinor },
  );

export const balanceOwed = (owedMinor: number, currency: string): Refusal =>
  new Refusal(
    "balance_owed",
    `The account owes ${formatMinor(owedMinor)} ${currency}; settle that with the operator first.`,
    { balanceMinor: -owedMinor },
  );

export const openOrders = (count: number): Refusal =>
  new Refusal(
    "open_orders",
    `${count} ${count === 1 ? "order is" : "orders are"} open; cancel or finish ${count === 1 ? "it" : "them"} first.`,
  );
