import type { Queryable } from "../../../kit/db.ts";

export type TokenPurpose = "confirm" | "reset";

/** What a link is bound to: once the address or the password changes, it is invalid. */
export const stateOf = (member: string): string =>
  `sha256(convert_to(coalesce(lower(${member}.email), '') || E'\\n' || ${member}.password_hash, 'UTF8'))`;

export interface FoundToken {
  memberId: number;
  /** The address that the link was sent to. */
  email: string;
}

/** The member that a link belongs to, as long as it is valid. */
export async function findToken(
  db: Queryable,
  hash: Buffer,
  purpose: TokenPurpose,
  at: Date,
): Promise<FoundToken | undefined> {
  const [token] = await db.rows<FoundToken>(
    `select t.member_id as "memberId", t.email from member_tokens t join members m on m.id = t.member_id
     where t.hash = $1 and t.purpose = $2 and t.expires_at > $3 and t.state = ${stateOf("m")}`,
    [hash, purpose, at],
  );
  return token;
}
