import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { test } from "node:test";
import { follow, type News } from "./follow.ts";
import type { Hub } from "./hub.ts";

/** A wallet's events as in the table, and a hub that notifies when the test says so. */
function createStage(count: number): {
  db: Parameters<typeof follow>[0]["db"];
  hub: Hub;
  wake: (topic: string) => void;
  topics: Map<string, () => void>;
  connection: EventEmitter & { closed: boolean };
  add: (more: number) => void;
} {
  const events: { seq: number }[] = [];
  const add = (more: number): void => {
    for (let n = 0; n < more; n++) events.push({ seq: events.length + 1 });
  };
  add(count);
  const topics = new Map<string, () => void>();
  const rows = async (_sql: string, [, after, limit]: unknown[] = []): Promise<unknown[]> =>
    events.filter(({ seq }) => seq > (after as number)).slice(0, limit as number);
  const hub = {
    subscribe: (topic: string, wake: () => void) => void topics.set(topic, wake),
    unsubscribe: (topic: string) => void topics.delete(topic),
    closed: () => false,
  };
  return {
    db: { rows } as unknown as Parameters<typeof follow>[0]["db"],
    hub: hub as unknown as Hub,
    wake: (topic) => topics.get(topic)?.(),
    topics,
    connection: Object.assign(new EventEmitter(), { closed: false }),
    add,
  };
}

const long = 3_600_000;
const seqsOf = ({ value }: IteratorResult<News, unknown>): number[] =>
  ((value as News | undefined)?.events ?? []).map(({ seq }) => seq);

test("a backlog of several pages comes at once, in order, without gaps and without waiting in between", async () => {
  for (const count of [24, 25, 26, 50, 60]) {
    const { db, hub, connection } = createStage(count);
    const told = follow(
      { db, hub },
      { walletId: 7, afterSeq: 0, withChanges: false, idleMilliseconds: long },
      connection,
    );
    const seen: number[] = [];
    while (seen.length < count) seen.push(...seqsOf(await told.next()));
    assert.deepEqual(
      seen,
      Array.from({ length: count }, (_, place) => place + 1),
    );
  }
});

test("starts after the last event seen, then follows new ones on the wallet's own topic", async () => {
  const { db, hub, connection, wake, add, topics } = createStage(3);
  const told = follow(
    { db, hub },
    { walletId: 7, afterSeq: 1, withChanges: false, idleMilliseconds: long },
    connection,
  );
  assert.deepEqual(seqsOf(await told.next()), [2, 3]);
  const next = told.next();
  add(1);
  wake("wallet 7");
  assert.deepEqual(seqsOf(await next), [4]);
  assert.deepEqual([...topics.keys()], ["wallet 7", "access 7"]);
  const changed = told.next();
  wake("access 7");
  assert.deepEqual(seqsOf(await changed), [], "told at once, though nothing happened");
  connection.closed = true;
  const ended = told.next();
  connection.emit("close");
  assert.equal((await ended).done, true);
  assert.equal(topics.size, 0, "nobody is woken any more");
});

test("an empty list after each interval without events", async () => {
  const { db, hub, connection, wake } = createStage(0);
  const told = follow(
    { db, hub },
    { walletId: 7, afterSeq: 0, withChanges: false, idleMilliseconds: 1 },
    connection,
  );
  assert.deepEqual(seqsOf(await told.next()), []);
  assert.deepEqual(seqsOf(await told.next()), []);
  wake("wallet 7"); // A hint without a new event changes nothing.
  assert.deepEqual(seqsOf(await told.next()), []);
});

test("changes are told to those who asked: the first at once, the next together after a pause", async () => {
  const { db, hub, connection, wake, topics } = createStage(0);
  const wanted = { walletId: 7, afterSeq: 0, withChanges: true, idleMilliseconds: long };
  const told = follow({ db, hub }, wanted, connection);
  const changesOf = async (next: ReturnType<typeof told.next>): Promise<unknown> =>
    ((await next).value as News | undefined)?.changes;
  const first = told.next();
  await new Promise((resolve) => setImmediate(resolve));
  wake("orders 7");
  assert.deepEqual(await changesOf(first), ["orders"]);
  const second = told.next();
  const began = performance.now();
  for (const topic of ["account 7", "orders 7", "account 7"]) wake(topic);
  assert.deepEqual(await changesOf(second), ["account", "orders"]);
  assert.ok(performance.now() - began > 100, "a pause in between");
  await told.return(undefined);
  assert.equal(topics.size, 0, "nobody is woken any more");
});
