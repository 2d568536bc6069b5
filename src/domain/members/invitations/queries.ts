import type { Queryable } from "../../../kit/db.ts";
import type { AccountRole } from "../../sessions/session.ts";

export interface Invitation {
  id: number;
  accountId: number;
  accountName: string;
  email: string;
  role: AccountRole;
  createdAt: Date;
  expiresAt: Date;
  /** The inviter. */
  createdBy: string;
}

const invitationColumns = `i.id, i.account_id as "accountId", a.username as "accountName", i.email, i.role,
  i.created_at as "createdAt", i.expires_at as "expiresAt", m.username as "createdBy"`;
const fromInvitations = `from invitations i join accounts a on a.id = i.account_id join members m on m.id = i.created_by`;

export function listInvitations(db: Queryable, accountId: number, at: Date): Promise<Invitation[]> {
  return db.rows(
    `select ${invitationColumns} ${fromInvitations}
     where i.account_id = $1 and i.expires_at > $2 order by i.id desc`,
    [accountId, at],
  );
}

/** Expired ones among them, as long as they are stored. */
export function listEveryInvitation(db: Queryable, accountId: number): Promise<Invitation[]> {
  return db.rows(`select ${invitationColumns} ${fromInvitations} where i.account_id = $1 order by i.id`, [
    accountId,
  ]);
}

export async function findInvitation(
  db: Queryable,
  tokenHash: Buffer,
  at: Date,
): Promise<Invitation | undefined> {
  const [invitation] = await db.rows<Invitation>(
    `select ${invitationColumns} ${fromInvitations}
     where i.token_hash = $1 and i.expires_at > $2 and a.closed_at is null and a.suspended_at is null
       and m.role = 'owner' and m.account_id = i.account_id`,
    [tokenHash, at],
  );
  return invitation;
}
