import type { Pool } from "pg";

/** gammu-smsd's table of incoming SMS (Gammu 1.42, pgsql.sql). */
export const createInbox = `create table inbox (
  "ReceivingDateTime" timestamp(0) without time zone not null default localtimestamp(0), "Text" text not null,
  "SenderNumber" varchar(20) not null default '', "Coding" varchar(255) not null default 'Default_No_Compression',
  "UDH" text not null default '', "Class" integer not null default '-1', "TextDecoded" text not null default '',
  "ID" serial primary key, "RecipientID" text not null, "Processed" boolean not null default 'false',
  "Status" integer not null default '-1')`;

export interface InboxEntry {
  at: Date;
  text: string;
  /** The PhoneID. */
  to: string;
  from?: string;
  udh?: string;
  binary?: Buffer;
  class?: number;
  id?: number;
}

/** Writes a row as smsd does, unless there is one with its id; returns the id. */
export async function writeEntry(pool: Pool, entry: InboxEntry): Promise<number> {
  const { at, text, to, from = "WhatsApp", udh = "", binary, class: ofClass = -1, id } = entry;
  const hex = (binary ?? Buffer.from(text, "utf16le").swap16()).toString("hex");
  const { rows } = await pool.query<{ id: number }>(
    `insert into inbox ("ID", "ReceivingDateTime", "Text", "SenderNumber", "Coding", "UDH", "Class", "RecipientID")
     values (coalesce($1, nextval('"inbox_ID_seq"')), $2, $3, $4, $5, $6, $7, $8)
     on conflict ("ID") do nothing returning "ID" as id`,
    [
      id ?? null,
      at.toISOString().slice(0, 19),
      hex.toUpperCase(),
      from,
      binary ? "8bit" : "Unicode_No_Compression",
      udh.toUpperCase(),
      ofClass,
      to,
    ],
  );
  return rows[0]?.id ?? id ?? 0;
}
