import type pg from "pg";

/** As `server_version_num`; the migrations use features of this version. */
export const oldestVersion = 150_000;

/** The server is older than we support; the message is a sentence for the operator. */
export class ServerTooOld extends Error {}

export async function requireServerVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; number: number }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
  );
  const [{ version, number } = { version: "?", number: 0 }] = rows;
  if (number < oldestVersion)
    throw new ServerTooOld(
      `PostgreSQL ${version} is too old: ZapOTP needs version 15 or newer. Upgrade the server that DATABASE_URL names, or leave DATABASE_URL out for the embedded one.`,
    );
}
