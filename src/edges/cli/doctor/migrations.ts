import { compareSchema, outdated, tooNew } from "../schema.ts";
import type { Examined } from "./examine.ts";
import { fail, ok, type Finding } from "./finding.ts";

export async function checkMigrations({ db }: Examined): Promise<Finding> {
  const { missing, unknown } = await compareSchema(db);
  if (missing.length > 0) return fail("migrations", outdated(missing));
  return unknown.length > 0
    ? fail("migrations", tooNew(unknown))
    : ok("migrations", "the database is up to date");
}
