import { hash } from "@node-rs/argon2";
import { randomBytes } from "node:crypto";
import type { Deps } from "../deps.ts";
import { countMembers, insertOperator } from "./sql.ts";

/** Makes the first operator, with a password that is shown this once; null when somebody can sign in already. */
export async function createFirstOperator({
  db,
  clock,
}: Pick<Deps, "db" | "clock">): Promise<{ username: string; password: string } | null> {
  if ((await countMembers(db)) > 0) return null;
  const password = randomBytes(16).toString("base64url");
  const passwordHash = await hash(password);
  await db.transaction((tx) => insertOperator(tx, "operator", passwordHash, clock.now()));
  return { username: "operator", password };
}
