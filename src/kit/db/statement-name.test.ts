import assert from "node:assert/strict";
import { test } from "node:test";
import { statementName } from "./statement-name.ts";

test("a statement has the same name in every process, whatever was prepared before", () => {
  statementName("select 'something else'");
  assert.equal(statementName("select 1"), "zapotp_girgfUeDFYvBkSu2I-UQfM");
  assert.equal(statementName("select 1"), "zapotp_girgfUeDFYvBkSu2I-UQfM");
  assert.notEqual(statementName("select 2"), statementName("select 1"));
  assert.ok(statementName("select 1".repeat(10_000)).length <= 63, "PostgreSQL cuts longer names off");
});
