import type { Deps } from "../deps.ts";
import { placeOfPendingTotp, placeOfTotp } from "../members/sealed-totp.ts";
import { placeOfSettings } from "../sources/sealed-settings.ts";
import type { Place, Sealer } from "../../kit/seal.ts";
import { listSealedMembers, listSealedSources, type LastingColumn } from "./queries.ts";
import { replaceSealed } from "./sql.ts";

interface Lasting {
  column: LastingColumn;
  id: number;
  sealed: Buffer;
  place: Place;
}

/**
 * Reseals values that were sealed without their place before version 0012, if they are kept permanently: settings of
 * sources and second factors. Messages, codes and letters of that time can be opened as they are until they are
 * erased. Returns how many there were; at the second start it is none.
 */
export async function bindSealed({ db, sealer }: Pick<Deps, "db" | "sealer">): Promise<number> {
  const sources = (await listSealedSources(db)).map(({ id, tokenHash, sealed }): Lasting => ({
    column: "sources.settings",
    id,
    sealed,
    place: placeOfSettings(tokenHash),
  }));
  const members = (await listSealedMembers(db)).flatMap(({ id, totp, pending }): Lasting[] => [
    ...(totp ? [{ column: "members.totp_sealed", id, sealed: totp, place: placeOfTotp(id) } as const] : []),
    ...(pending
      ? [
          {
            column: "members.totp_pending_sealed",
            id,
            sealed: pending,
            place: placeOfPendingTotp(id),
          } as const,
        ]
      : []),
  ]);
  let bound = 0;
  for (const { column, id, sealed, place } of [...sources, ...members]) {
    const text = sealer.isBound(sealed, place) ? null : openUnbound(sealer, sealed, place);
    if (text === null) continue;
    await replaceSealed(db, { column, id }, sealed, sealer.seal(text, place));
    bound++;
  }
  return bound;
}

/** Null for values that were not sealed with this key, which the health check reports. */
function openUnbound(sealer: Sealer, sealed: Buffer, place: Place): string | null {
  try {
    return sealer.open(sealed, place);
  } catch {
    return null;
  }
}
