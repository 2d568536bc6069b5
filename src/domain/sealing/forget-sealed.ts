import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { sealSettings } from "../sources/sealed-settings.ts";
import { listSealedColumns } from "./queries.ts";
import { forgetColumn, forgetSources, listSourceTokens } from "./sql.ts";

/** How much was given up, by `table.column`; sources, which are retired, by `sources`. */
export type Forgotten = Record<string, number>;

/**
 * Gives up everything that was sealed, when the key to it is lost for good: nobody could read it again, and what
 * needs it would fail. Money, orders, accounts and keys are not sealed and stay. `sealer` has the new key.
 */
export function forgetSealed(
  { db, clock, sealer }: Pick<Deps, "db" | "clock" | "sealer">,
  actor: string,
): Promise<Forgotten> {
  const at = clock.now();
  return db.transaction(async (tx) => {
    const sources = (await listSourceTokens(tx)).map(({ id, tokenHash }) => ({
      id,
      settingsSealed: sealSettings(sealer, tokenHash, {}),
    }));
    const forgotten: Forgotten = { sources: await forgetSources(tx, sources, at) };
    for (const column of await listSealedColumns(tx))
      forgotten[`${column.table}.${column.column}`] = await forgetColumn(tx, column);
    await recordAction(tx, {
      at,
      actor,
      action: "sealed.forget",
      subject: "installation",
      detail: forgotten,
    });
    return forgotten;
  });
}
