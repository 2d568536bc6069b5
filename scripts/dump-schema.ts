import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { projectRoot } from "../src/kit/paths.ts";

const file = join(projectRoot, "schema.sql");

/** The schema as a text that reviews can read: made by queries over the catalogue, for pg_dump is not among our tools. */
export async function dumpSchema(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const lines = async (sql: string): Promise<string[]> =>
    (await client.query<{ line: string }>(sql)).rows.map(({ line }) => line);
  try {
    const tables = await lines(`
      select format(E'create table %I (\\n%s\\n)%s;\\n', c.relname,
        (select string_agg(part, E',\\n' order by rank, place) from (
          select 1 as rank, a.attnum::text::int as place,
            format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
              case when a.attidentity = 'a' then ' generated always as identity'
                when a.attgenerated = 's' then format(' generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid))
                when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end,
              case when a.attnotnull then ' not null' else '' end) as part
          from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          union all
          select 2, row_number() over (order by k.contype <> 'p', k.conname)::int, format('  constraint %I %s', k.conname, pg_get_constraintdef(k.oid))
          from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n'
        ) parts),
        coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '')) as line
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`);
    const sequences = await lines(`
      select format('create sequence %I as %s;', sequencename, data_type) as line from pg_sequences s
      where schemaname = 'public' and not exists (
        select from pg_depend d where d.objid = format('public.%I', s.sequencename)::regclass and d.deptype in ('a', 'i'))
      order by 1`);
    const indexes = await lines(`
      select indexdef || ';' as line from pg_indexes i where schemaname = 'public' and not exists (
        select from pg_constraint k where k.conname = i.indexname and k.connamespace = 'public'::regnamespace)
      order by tablename, indexname`);
    const functions = await lines(`
      select pg_get_functiondef(oid) || ';' as line from pg_proc where pronamespace = 'public'::regnamespace order by proname`);
    const triggers = await lines(`
      select pg_get_triggerdef(t.oid) || ';' as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where not t.tgisinternal and c.relnamespace = 'public'::regnamespace order by c.relname, t.tgname`);
    const head = "-- Made by scripts/dump-schema.ts from all migrations; the tests compare it.\n";
    return [head, ...tables, ...sequences, "", ...indexes, "", ...functions, "", ...triggers, ""].join("\n");
  } finally {
    await client.end();
  }
}

/** Whether schema.sql says what the migrations make; with `write` it is made to. */
export async function checkSchema(connectionString: string, write: boolean): Promise<boolean> {
  const schema = await dumpSchema(connectionString);
  if (write) writeFileSync(file, schema);
  return existsSync(file) && readFileSync(file, "utf8") === schema;
}
