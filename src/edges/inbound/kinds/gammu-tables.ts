import type { OfferedKind, SourceOptions } from "../../../domain/sources/kind.ts";
import { checkTables, withoutPassword } from "../gammu-tables/settings.ts";
import { countryOption, lineOptions, timeZoneOption } from "../lines.ts";

/** gammu-smsd with PostgreSQL: here we read its table, and nothing calls us. */
export const gammuTables: OfferedKind = {
  describe: () => "gammu-smsd: SMS of modems and phones, read from the PostgreSQL tables that it writes.",
  options: [
    {
      name: "secrets",
      label: "Database address",
      help: "postgres://USER:PASSWORD@HOST:5432/smsd, of a user that may select from inbox and update it.",
      type: "secrets",
      required: true,
    },
    ...lineOptions("PhoneID"),
    {
      ...timeZoneOption,
      help: "The zone in which the network writes times, such as Africa/Lagos: smsd drops it.",
    },
    countryOption,
  ],
  guide: (address) => ({
    steps: [
      "In gammu-smsdrc, under [smsd], set Service = sql, Driver = native_pgsql, PhoneID = the modem’s number with the plus, and MultipartTimeout = 60; the tables are in Gammu’s examples, pgsql.sql.",
      `Allow this server to connect to ${address} as a user with: grant select, update ("Processed") on inbox.`,
      "SMS that are in the table already are not read. From now on each is marked as processed once it is stored here.",
    ],
    curl: null,
  }),
  defaults: ({ secrets, settings = {} }: SourceOptions) =>
    checkTables({ databases: [], ...settings, ...(secrets && { databases: secrets }) }),
  secretOf: () => null, // smsd's database has it.
  isOpen: () => false,
  renew: checkTables,
  addressOf: (settings) => withoutPassword(checkTables(settings).databases[0] ?? ""),
};
