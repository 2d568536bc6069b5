import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { sealSettings } from "../sources/sealed-settings.ts";
import { listSealedColumns } from "./queries.ts";
import { forgetColumn, forgetSources, listSourceTokens } from "./sql.ts";

/** How much was erased, by `table.column`; retired sources are under `sources`. */
export type Forgotten = Record<string, number>;

/**
 * Erases everything that was sealed, if its key is lost for good: nobody could ever read it, and whatever needs it
 * would fail. Money, orders, accounts and keys are not sealed and stay. `sealer` has the new key.
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
