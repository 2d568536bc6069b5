import { hash } from "@node-rs/argon2";
import { randomBytes } from "node:crypto";
import type { Deps } from "../deps.ts";
import { countMembers } from "./queries.ts";
import { insertOperator } from "./sql.ts";

/**
 * Creates the first operator, with a password that is shown only once; null if somebody can already sign in. Of two
 * concurrent first starts, one creates it.
 */
export async function createFirstOperator({
  db,
  clock,
}: Pick<Deps, "db" | "clock">): Promise<{ username: string; password: string } | null> {
  if ((await countMembers(db)) > 0) return null;
  const password = randomBytes(16).toString("base64url");
  const passwordHash = await hash(password);
  const username = "operator";
  const id = await insertOperator(db, username, passwordHash, clock.now());
  return id === null ? null : { username, password };
}
