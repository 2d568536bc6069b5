import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { placePart, type LongMessage, type NewPart, type Placement } from "./place.ts";

const start = Date.UTC(2026, 10, 27, 12);
const at = (seconds: number): Date => new Date(start + seconds * 1000);
const words = (text: string): Buffer => Buffer.from(text);
const waitSeconds = 90;

function part(number: number, seconds: number, over: Partial<NewPart> = {}): NewPart {
  return {
    part: number,
    total: 2,
    sourceKey: null,
    content: words(`part ${number}`),
    at: at(seconds),
    orderIds: [1],
    isShared: false,
    ...over,
  };
}
function message(id: number, numbers: number[], over: Partial<LongMessage> = {}): LongMessage {
  const beganAt = over.beganAt ?? at(0);
  return {
    id,
    total: 2,
    orderIds: [1],
    beganAt,
    closedAt: null,
    isHandedOver: false,
    parts: numbers.map((number) => ({
      part: number,
      sourceKey: `id ${number}`,
      content: words(`part ${number}`),
      receivedAt: beganAt,
    })),
    ...over,
  };
}
const whole = (id: number, over: Partial<LongMessage> = {}): LongMessage =>
  message(id, [1, 2], { closedAt: over.beganAt ?? at(0), isHandedOver: true, ...over });
const begins = (over: object = {}): Placement => ({
  kind: "begins",
  isAlone: false,
  isStray: false,
  ends: [],
  ...over,
});
const repeat: Placement = { kind: "repeat", unfinished: null };
const place = (one: NewPart, ...known: LongMessage[]): Placement => placePart(one, known, waitSeconds);

test("the first part begins, the second joins, in whatever order they come", () => {
  assert.deepEqual(place(part(1, 0)), begins());
  assert.deepEqual(place(part(2, 1), message(7, [1])), { kind: "joins", id: 7 });
  assert.deepEqual(place(part(1, 1), message(7, [2])), { kind: "joins", id: 7 });
});

test("parts join just before and at the end of the wait, and not just after", () => {
  assert.deepEqual(place(part(2, 89), message(7, [1])), { kind: "joins", id: 7 });
  assert.deepEqual(place(part(2, 90), message(7, [1])), { kind: "joins", id: 7 });
  assert.deepEqual(place(part(2, 90.001), message(7, [1])), begins());
});

test("nothing joins across a new renter; what came before is no beginning, and what comes then is nobody's", () => {
  const stray = begins({ isAlone: true, isStray: true });
  assert.deepEqual(place(part(2, 1, { orderIds: [1, 2] }), message(7, [1])), stray);
  assert.deepEqual(place(part(2, 1, { orderIds: [2] }), message(7, [1], { orderIds: [] })), stray);
  assert.deepEqual(
    place(part(2, 90.001, { orderIds: [2] }), message(7, [1])),
    begins(),
    "long after, it is a new one",
  );
  assert.deepEqual(
    place(part(2, 1, { orderIds: [] }), message(7, [1])),
    { kind: "joins", id: 7 },
    "an order that ended",
  );
});

test("a part that came before is known: by its id for good, by its words within a minute", () => {
  assert.deepEqual(place(part(1, 172_000, { sourceKey: "id 1", content: words("x") }), whole(7)), repeat);
  assert.deepEqual(
    place(part(1, 172_000, { sourceKey: "id 2" }), whole(7)),
    begins(),
    "the id of another part",
  );
  for (const [seconds, placement] of [
    [59.999, repeat],
    [60, repeat],
    [60.001, begins()],
  ] as const)
    assert.deepEqual(place(part(1, seconds), whole(7)), placement, `${seconds} s`);
  assert.deepEqual(place(part(1, 1, { content: words("other") }), whole(7)), begins());
  assert.deepEqual(place(part(1, 1, { total: 3 }), whole(7)), begins());
});

test("the same words are a repeat at any time once somebody else has rented the number", () => {
  assert.deepEqual(place(part(1, 7200, { orderIds: [2] }), whole(7)), repeat);
  const theirs = message(8, [2], { beganAt: at(7190), orderIds: [2] });
  assert.deepEqual(
    place(part(1, 7200, { orderIds: [2] }), theirs, whole(7)),
    repeat,
    "and do not complete a message",
  );
});

test("the end that every message has is not taken for a repeat while a message lacks it", () => {
  assert.deepEqual(place(part(2, 20), message(8, [1], { beganAt: at(19) }), whole(7)), {
    kind: "joins",
    id: 8,
  });
});

test("a repeat hands over what was cut off before it was", () => {
  const unfinished = { kind: "repeat", unfinished: { id: 7, isClosed: true } };
  assert.deepEqual(place(part(1, 1), whole(7, { isHandedOver: false })), unfinished);
  assert.deepEqual(place(part(1, 80), message(7, [1])), {
    kind: "repeat",
    unfinished: { id: 7, isClosed: false },
  });
});

test("two messages under one reference at a time: neither is joined", () => {
  const other = part(1, 1, { content: words("other") });
  assert.deepEqual(place(other, message(7, [1])), begins({ isAlone: true, ends: [7] }));
  const ended = message(7, [1], { closedAt: at(1), isHandedOver: true });
  const alone = message(8, [1], { beganAt: at(1), closedAt: at(1) });
  assert.deepEqual(place(part(2, 2), alone, ended), begins({ isAlone: true }));
  assert.deepEqual(place(part(2, 92), ended), begins(), "long after, the reference is as good as new");
});

test("while several renters share the number, a reference that was used lately joins nothing", () => {
  const shared = { isShared: true };
  assert.deepEqual(place(part(2, 20, shared), message(8, [1], { beganAt: at(19) })), {
    kind: "joins",
    id: 8,
  });
  const other = { ...shared, content: words("other") };
  assert.deepEqual(place(part(1, 3600, other), whole(7)), begins({ isAlone: true }));
  assert.deepEqual(place(part(1, 3600.001, other), whole(7)), begins());
  assert.deepEqual(place(part(1, 3600, { ...other, isShared: false }), whole(7)), begins());
});

/** What the network delivers of one message: each part once or more, or never. */
interface Sent {
  renter: number;
  text: string;
  part: number;
  seconds: number;
}
const sent = fc.record({
  renter: fc.integer({ min: 1, max: 3 }),
  text: fc.constantFrom("a", "b"),
  part: fc.integer({ min: 1, max: 2 }),
  seconds: fc.integer({ min: 0, max: 30 }),
});

test("whatever comes, no message has parts of two renters, two texts or two times", () => {
  fc.assert(
    fc.property(fc.array(sent, { maxLength: 20 }), (events) => {
      const known: LongMessage[] = [];
      let now = 0;
      const renters: number[] = [];
      for (const event of events) {
        now += event.seconds;
        take(known, event, now, renters);
      }
      for (const { parts, beganAt } of known) {
        const renter = new Set(parts.map(({ content }) => String(content).split(" ")[0]));
        const late = parts.filter(
          ({ receivedAt }) => Number(receivedAt) - Number(beganAt) > waitSeconds * 1000,
        );
        assert.ok(renter.size <= 1 && late.length === 0, JSON.stringify(parts));
      }
    }),
    { numRuns: 2000 },
  );
});

/** Each renter's message comes while they are the newest on the number, with the same reference. */
function take(
  known: LongMessage[],
  { renter, text, part: number }: Sent,
  now: number,
  renters: number[],
): void {
  if (!renters.includes(renter)) renters.push(renter);
  const newest = renters.at(-1) ?? renter;
  const one = part(number, now, { content: words(`${newest} ${text} ${number}`), orderIds: [...renters] });
  const placement = placePart(one, known, waitSeconds);
  const stored = { part: number, sourceKey: null, content: one.content, receivedAt: one.at };
  if (placement.kind === "joins") {
    const joined = known.find(({ id }) => id === placement.id) as LongMessage;
    joined.parts.push(stored);
    if (joined.parts.length === joined.total) joined.closedAt = one.at;
  }
  if (placement.kind !== "begins") return;
  for (const ended of known) if (placement.ends.includes(ended.id)) ended.closedAt = one.at;
  const { isAlone } = placement;
  known.unshift(
    message(known.length + 1, [], {
      beganAt: one.at,
      orderIds: [...renters],
      closedAt: isAlone ? one.at : null,
      parts: [stored],
    }),
  );
}
