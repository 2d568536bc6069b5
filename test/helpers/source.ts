import { createSource, type CreatedSource } from "../../src/domain/sources/create-source.ts";
import { openSettings } from "../../src/domain/sources/sealed-settings.ts";
import { offeredKinds } from "../../src/edges/inbound/offered-kinds.ts";
import type { SourceOptions } from "../../src/domain/sources/kind.ts";
import type { TestApp } from "./app.ts";

export interface Source extends CreatedSource {
  path: string;
  send(body: RequestInit["body"], headers?: Record<string, string>): Promise<Response>;
  /** What is stored from it, oldest first. */
  stored(): Promise<StoredMessage[]>;
  /** The keys of what is stored from it, sorted. */
  keys(): Promise<string[]>;
}

export interface StoredMessage {
  source_key: string;
  number: string;
  sender: string;
  state: string;
  reason: string | null;
}

export const json = { "content-type": "application/json" };
export const form = { "content-type": "application/x-www-form-urlencoded" };

/** A source as the operator's tool creates it; a generic one without a secret, unless the options name one. */
export async function openSource(app: TestApp, kind: string, options: SourceOptions = {}): Promise<Source> {
  const auth = options.settings?.["auth"] === undefined ? "none" : undefined;
  const settings = offeredKinds.get(kind)?.defaults({ auth, ...options }) ?? {};
  const source = await createSource(app, { kind, name: kind, settings, actor: "test" });
  const path = `/in/${kind}/${source.id}/${source.token}`;
  const stored = (): Promise<StoredMessage[]> =>
    app.db.rows(
      `select source_key, number, sender, state, reason from messages where source_id = $1 order by id`,
      [source.id],
    );
  return {
    ...source,
    path,
    send: (body, headers = {}) => fetch(app.url + path, { method: "POST", body, headers }),
    stored,
    keys: async () => (await stored()).map((message) => message.source_key).toSorted(),
  };
}

/** A source's settings as stored, including its secret. */
export async function readSettings(app: TestApp, sourceId: number): Promise<unknown> {
  const [row] = await app.db.rows<{ tokenHash: Buffer; settingsSealed: Buffer }>(
    `select token_hash as "tokenHash", settings as "settingsSealed" from sources where id = $1`,
    [sourceId],
  );
  return row && openSettings(app.sealer, row);
}
