import type { Queryable } from "../../kit/db.ts";
import type { Sealer } from "../../kit/seal.ts";
import { sourceNotFound } from "./errors.ts";
import type { SourceKinds } from "./kind.ts";
import { findSource } from "./queries.ts";
import { openSettings } from "./sealed-settings.ts";

export interface Guide {
  id: number;
  kind: string;
  name: string;
  /** Its address without the secret end, which is shown once, when the source is made or rotated; of a link the carrier's. */
  url: string;
  /** What to set up at the other end, in order. */
  steps: string[];
}

const secretEnd = "…";

/** How to set up the other end of a source in use. It shows no secret. Refuses `source_not_found`. */
export async function readGuide(
  { db, sealer, sourceKinds }: { db: Queryable; sealer: Sealer; sourceKinds: SourceKinds },
  { id, baseUrl }: { id: number; baseUrl: string },
): Promise<Guide> {
  const source = await findSource(db, id);
  const kind = source && sourceKinds.get(source.kind);
  if (!source || !kind) throw sourceNotFound(id); // The sandbox has no other end.
  const settings = openSettings(sealer, source);
  const url = kind.addressOf?.(settings) ?? `${baseUrl}/in/${source.kind}/${id}/${secretEnd}`;
  const { steps } = kind.guide(url, settings);
  return { id, kind: source.kind, name: source.name, url, steps };
}
