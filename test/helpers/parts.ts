import type { TestApp } from "./app.ts";
import { json, openSource, type Source } from "./source.ts";

export const partFields = {
  to: "to",
  from: "from",
  text: "text",
  id: "id",
  partReference: "ref",
  partTotal: "total",
  partNumber: "part",
};

export interface SentPart {
  to: string;
  text: string;
  /** Which part of how many, as `1/2`. */
  of: string;
  ref?: string;
  from?: string;
  /** Null: the source gives none. */
  id?: string | null;
}

export interface PartSource extends Source {
  part(sent: SentPart): Promise<Response>;
}

let ids = 0;

/** A source of parts, in JSON; every part has a different id if none is given. */
export async function openPartSource(
  app: TestApp,
  settings: Record<string, unknown> = {},
): Promise<PartSource> {
  const source = await openSource(app, "generic", { settings: { fields: partFields, ...settings } });
  return {
    ...source,
    part({ of, id = `part${++ids}`, ref = "42", from = "InfoSMS", ...sent }) {
      const [part, total] = of.split("/").map(Number);
      return source.send(
        JSON.stringify({ ...sent, ref, from, part, total, ...(id !== null && { id }) }),
        json,
      );
    },
  };
}
