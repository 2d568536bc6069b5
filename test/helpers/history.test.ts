import assert from "node:assert/strict";
import { test } from "node:test";
import { findCircle, type Deed, type Dependency } from "./history.ts";

const deed = (name: string, from: number, to: number): Deed => ({ name, from, to });
const dependency = (before: Deed, after: Deed, why: string): Dependency => ({ before, after, why });

test("deeds that could have been done one after the other have no circle", () => {
  const first = deed("first", 0, 5);
  const second = deed("second", 1, 6);
  const read = deed("read", 2, 9);
  const dependencies = [dependency(first, second, "ww"), dependency(second, read, "wr")];
  assert.equal(findCircle([first, second, read], dependencies), null);
});

test("a stale reading: it began after the answer to what it does not see", () => {
  const write = deed("write", 0, 1);
  const read = deed("read", 2, 3);
  assert.deepEqual(findCircle([write, read], [dependency(read, write, "rw")]), [
    "write",
    "answered before",
    "read",
    "rw",
  ]);
});

test("a lost update: both read what the other overwrote", () => {
  const one = deed("one", 0, 9);
  const other = deed("other", 0, 9);
  assert.ok(findCircle([one, other], [dependency(one, other, "rw"), dependency(other, one, "rw")]));
});

test("a torn reading: it sees one of the things that a deed changed, and not the other", () => {
  const both = deed("both", 0, 9);
  const read = deed("read", 0, 9);
  assert.ok(findCircle([both, read], [dependency(both, read, "wr"), dependency(read, both, "rw")]));
});

test("readers that saw two writers in different orders", () => {
  const [x, y] = [deed("x", 0, 9), deed("y", 0, 9)];
  const [a, b] = [deed("a", 0, 9), deed("b", 0, 9)];
  const dependencies = [
    dependency(x, a, "wr"),
    dependency(a, y, "rw"),
    dependency(y, b, "wr"),
    dependency(b, x, "rw"),
  ];
  assert.equal(findCircle([x, y, a, b], dependencies)?.length, 8);
});

test("time orders across many deeds in between", () => {
  const deeds = Array.from({ length: 20_000 }, (_, at) => deed(String(at), at * 2, at * 2 + 1));
  assert.equal(findCircle(deeds, []), null);
  assert.ok(findCircle(deeds, [dependency(deeds.at(-1) as Deed, deeds[0] as Deed, "rw")]));
});
