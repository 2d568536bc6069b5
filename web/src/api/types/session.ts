export type Role = "owner" | "developer" | "billing" | "viewer";

export interface Me {
  member: {
    id: number;
    username: string;
    email: string | null;
    email_confirmed: boolean;
    role: Role | "operator";
    totp: boolean;
  };
  account: { id: number; username: string; currency: string; suspended: boolean } | null;
  operator: boolean;
  /** Nothing else may be done before. */
  must_change_password: boolean;
  /** How links reach this member: by mail, or the operator hands them on. */
  mail: "email" | "operator";
}

export interface SessionRow {
  id: number;
  created_at: string;
  last_seen_at: string;
  ip: string;
  user_agent: string;
  current: boolean;
}

export interface TeamMember {
  id: number;
  username: string;
  email: string | null;
  role: Role;
  totp: boolean;
  created_at: string;
  last_seen_at: string | null;
  you: boolean;
}

export interface Invitation {
  id: number;
  email: string;
  role: Role;
  created_at: string;
  expires_at: string;
  /** The user name of who invited. */
  created_by: string;
}

/** A key that ended along with something else. */
export interface RevokedKey {
  id: number;
  name: string;
  /** Its beginning and end. */
  key: string;
  mode: "live" | "test";
}

/** What a reset or a first confirmation ended. */
export interface Ended {
  sessions: number;
  passkeys: string[];
  two_factor: boolean;
  keys: RevokedKey[];
  invitations: string[];
}

export interface Confirmed {
  username: string;
  email: string;
  ended: Ended | null;
}

/** What a member loses with a role or a place. */
export interface LostAccess {
  revoked_keys: RevokedKey[];
  revoked_invitations: string[];
}

export interface Passkey {
  id: number;
  name: string;
  synced: boolean;
  created_at: string;
  last_used_at: string | null;
}
