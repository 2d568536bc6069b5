import assert from "node:assert/strict";
import { test } from "node:test";
import { needsDatabaseTimers } from "../../../test/helpers/database-timers.ts";
import { openTestDb } from "../../../test/helpers/db.ts";
import { beforeTests, perFile } from "../../../test/helpers/fixtures.ts";
import { withoutTables } from "../../../test/helpers/postgres.ts";
import type { Tx } from "../db.ts";

const db = perFile(() => openTestDb(4, withoutTables));
beforeTests(() => db.rows(`create table counters (id int primary key, n int not null)`));

const add = (tx: Tx, id: number): Promise<unknown> =>
  tx.rows(`update counters set n = n + 1 where id = $1`, [id]);

/** Both wait here until each has arrived; later attempts pass. */
function meetingOf(members: number): () => Promise<void> {
  let come = 0;
  let open = (): void => {};
  const all = new Promise<void>((resolve) => (open = resolve));
  return async () => {
    if (++come === members) open();
    await all;
  };
}

async function setCounters(): Promise<void> {
  await db.rows(`delete from counters`);
  await db.rows(`insert into counters values (1, 0), (2, 0)`);
}
const counted = (): Promise<{ n: number }[]> => db.rows(`select n from counters order by id`);

test(
  "a deadlock of two transactions: the one that was rolled back is retried",
  needsDatabaseTimers,
  async () => {
    await setCounters();
    const meet = meetingOf(2);
    let tries = 0;
    const crossing = (first: number, second: number): Promise<unknown> =>
      db.transaction(async (tx) => {
        tries++;
        await add(tx, first);
        await meet();
        await add(tx, second);
      });
    await Promise.all([crossing(1, 2), crossing(2, 1)]);
    assert.deepEqual(await counted(), [{ n: 2 }, { n: 2 }]);
    assert.equal(tries, 3, "the other one was done once");
  },
);

test("two serializable transactions that read what the other writes: both complete", async () => {
  await setCounters();
  const meet = meetingOf(2);
  const copying = (from: number, to: number): Promise<unknown> =>
    db.transaction(async (tx) => {
      await tx.rows(`set transaction isolation level serializable`);
      const [row] = await tx.rows<{ n: number }>(`select n from counters where id = $1`, [from]);
      await meet();
      await tx.rows(`update counters set n = $2 where id = $1`, [to, (row?.n ?? 0) + 1]);
    });
  await Promise.all([copying(1, 2), copying(2, 1)]);
  const rows = (await counted()).map(({ n }) => n).toSorted();
  assert.deepEqual(rows, [1, 2], "as if one came after the other");
});

test("a conflict is tried three times, also for a single statement; other errors are not retried", async () => {
  await db.rows(`create sequence tries`);
  await db.rows(
    `create function fail(times int, code text) returns bigint language plpgsql as $$
     declare t bigint := nextval('tries');
     begin
       if t <= times then raise exception 'a clash' using errcode = code; end if;
       return t;
     end $$`,
  );
  const failing = async (times: number, code: string): Promise<unknown[]> => {
    await db.rows(`select setval('tries', 1, false)`);
    const single = await db
      .rows(`select fail($1, $2) as n`, [times, code])
      .catch((error: { code: string }) => [error.code]);
    const [{ tries }] = (await db.rows(`select last_value as tries from tries`)) as [{ tries: number }];
    return [...single, tries];
  };
  assert.deepEqual(await failing(2, "40001"), [{ n: 3 }, 3]);
  assert.deepEqual(await failing(2, "40P01"), [{ n: 3 }, 3]);
  assert.deepEqual(await failing(3, "40001"), ["40001", 3]);
  assert.deepEqual(await failing(1, "23505"), ["23505", 1]);
});

test("a dropped connection is not reused, and no work waits for it", async () => {
  const pidOf = async (): Promise<number | undefined> =>
    (await db.rows<{ pid: number }>(`select pg_backend_pid() as pid`))[0]?.pid;
  const before = await pidOf();
  assert.equal(await pidOf(), before, "one that is free is used again");
  db.renew();
  assert.notEqual(await pidOf(), before);
});
