import type { Tx } from "../../kit/db.ts";
import { invalid } from "../../kit/errors.ts";
import { memberNameTaken } from "./errors.ts";
import { isEmail } from "./member.ts";
import { hashPassword, requireGoodPassword } from "./password.ts";
import { insertMember, type NewMember } from "./sql.ts";

/** Checks a person's input before anything is locked; returns the password's hash. */
export function checkMember(input: { username: string; email: string; password: string }): Promise<string> {
  const { username, email, password } = input;
  requireUsername(username);
  if (!isEmail(email)) throw invalid("email", `"${email.slice(0, 100)}" is not an e-mail address.`);
  requireGoodPassword(password, input);
  return hashPassword(password);
}

/** Under these names the program itself acts in the audit log. */
const reserved: ReadonlySet<string> = new Set(["system"]);

/** Refuses `invalid_request`. */
export function requireUsername(username: string): void {
  if (!/^[\w.+-]{1,64}$/.test(username))
    throw invalid("username", "A username must have 1 to 64 characters: letters, digits or . _ + -");
  if (reserved.has(username.toLowerCase()))
    throw invalid("username", `The username "${username}" is reserved; choose another one.`);
}

/** Stores a member whose address is still unconfirmed; refuses `username_taken`. */
export async function addMember(tx: Tx, member: NewMember, at: Date): Promise<number> {
  const id = await insertMember(tx, member, at);
  if (id === null) throw memberNameTaken(member.username);
  return id;
}
