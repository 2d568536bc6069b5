import { channel } from "../../../domain/delivery/event.ts";
import { listen } from "../../../kit/db/listen.ts";
import { serversOf } from "../../../kit/db/servers.ts";
import { explain } from "../errors.ts";
import type { Examined } from "./examine.ts";
import { fail, ok, warn, type Finding } from "./finding.ts";

const check = "pooler";

/** What is between us and PostgreSQL. All of it works, but not all of it well. */
export async function checkPooler({ db }: Examined): Promise<Finding> {
  const pooling = db.pooling();
  if (pooling === "none") return ok(check, "none; DATABASE_URL leads to PostgreSQL itself");
  if (pooling === "session") return ok(check, "in session mode");
  if (pooling === "transaction") return ok(check, "in transaction mode, and it tracks prepared statements");
  return warn(
    check,
    "in transaction mode without prepared statements, so every statement is planned anew: set max_prepared_statements = 200 (PgBouncer 1.21 or newer), or use session mode.",
  );
}

/** Whether notifications reach the connection that listens. */
export async function checkNews({ db, listenConnectionString }: Examined): Promise<Finding> {
  try {
    const listening = await listen(serversOf(listenConnectionString), { channel, db, heard: () => {} });
    if (listening === "shared")
      return warn(
        "news",
        "a pooler in transaction mode carries none, so codes are told up to a second late: set DATABASE_LISTEN_URL to PostgreSQL itself.",
      );
    if (listening === "deaf")
      return fail("news", "DATABASE_LISTEN_URL leads to another database than DATABASE_URL.");
    await listening.client.end();
    return ok("news", "what the database tells is heard at once");
  } catch (error) {
    return fail("news", `nobody listens: ${explain(error).message}`);
  }
}
