import { Type, type Static } from "typebox";
import { revokedKey } from "./keys.ts";
import { role } from "./member.ts";
import { id, oneOf, shape, text, textOrNull, time, timeOrNull } from "./shapes.ts";

const fields = {
  id,
  username: text,
  email: textOrNull,
  email_confirmed: Type.Boolean(),
  role,
  totp: Type.Boolean(),
  created_at: time,
  last_seen_at: timeOrNull,
};
/** A member, as shown to the operator. */
export const member = shape(fields);
export type Member = Static<typeof member>;

const teamMember = shape({ ...fields, you: Type.Boolean() });
export type TeamMember = Static<typeof teamMember>;

const invitation = shape({
  id,
  email: text,
  role,
  created_at: time,
  expires_at: time,
  /** The inviter's user name. */
  created_by: text,
});
export type Invitation = Static<typeof invitation>;

export const team = shape({ members: Type.Array(teamMember), invitations: Type.Array(invitation) });
export type Team = Static<typeof team>;

export const invited = shape({
  id,
  /** For the inviter to pass on if no e-mail is sent. */
  link: text,
  /** False: the address has reached its limit of e-mails. */
  written: Type.Boolean(),
  mail: oneOf(["email", "operator"]),
});
export type Invited = Static<typeof invited>;

/** What somebody is invited to join. */
export const offeredPlace = shape({ email: text, role, account: text, invited_by: text });
export type OfferedPlace = Static<typeof offeredPlace>;

/** What a member loses along with a role or their membership. */
export const lostAccess = shape({
  revoked_keys: Type.Array(revokedKey),
  revoked_invitations: Type.Array(text),
});
export type LostAccess = Static<typeof lostAccess>;
