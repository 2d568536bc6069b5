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
}

export interface Passkey {
  id: number;
  name: string;
  synced: boolean;
  created_at: string;
  last_used_at: string | null;
}
