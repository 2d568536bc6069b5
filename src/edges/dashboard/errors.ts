import type { ErrorCodes } from "../../http/errors.ts";
import { Refusal } from "../../kit/errors.ts";

/** The codes that only the dashboard answers with, and their statuses. */
const statuses: Record<string, number> = {
  invalid_file: 400,
  link_invalid: 400,
  passkey_refused: 400,
  passkey_unknown: 400,
  password_weak: 400,
  terms_not_accepted: 400,
  push_target_invalid: 400,
  invalid_credentials: 401,
  password_required: 401,
  totp_required: 401,
  totp_wrong: 401,
  csrf_refused: 403,
  email_unconfirmed: 403,
  password_change_required: 403,
  sign_up_closed: 403,
  account_not_found: 404,
  invitation_not_found: 404,
  job_not_found: 404,
  key_not_found: 404,
  member_not_found: 404,
  letter_not_found: 404,
  message_not_found: 404,
  passkey_not_found: 404,
  report_not_found: 404,
  request_not_found: 404,
  session_not_found: 404,
  line_not_found: 404,
  source_not_found: 404,
  policy_not_found: 404,
  verification_not_found: 404,
  verification_open: 409,
  account_closed: 409,
  certificate_for_live_only: 409,
  amount_not_confirmed: 409,
  balance_below_zero: 409,
  balance_left: 409,
  balance_owed: 409,
  email_taken: 409,
  last_owner: 409,
  message_not_assignable: 409,
  never_had_number: 409,
  not_an_operator: 409,
  not_appealable: 409,
  not_out_by_case: 409,
  not_released: 409,
  nothing_to_refund: 409,
  nothing_to_tell: 409,
  open_orders: 409,
  passkey_taken: 409,
  passkeys_unavailable: 409,
  team_full: 409,
  too_many_keys: 409,
  too_many_passkeys: 409,
  reference_used: 409,
  report_decided: 409,
  request_closed: 409,
  scope_too_large: 409,
  second_person_needed: 409,
  totp_enabled: 409,
  totp_not_begun: 409,
  username_taken: 409,
  locked: 429,
};

export const dashboardCodes: ErrorCodes = {
  statuses,
  suspicious: ["csrf_refused", "invalid_credentials", "totp_wrong", "locked", "link_invalid"],
};

export const csrfRefused = (what: string): Refusal =>
  new Refusal(
    "csrf_refused",
    `A request that changes something must come from the dashboard itself: ${what}.`,
  );

export const jobNotFound = (name: string): Refusal =>
  new Refusal("job_not_found", `There is no job "${name}" in this process.`);
