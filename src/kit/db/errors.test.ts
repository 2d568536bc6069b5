import assert from "node:assert/strict";
import { test } from "node:test";
import pg from "pg";
import { isClash, isReadOnly, isServerError, isUnreachable } from "./errors.ts";

function fromServer(code: string): Error {
  const error = new pg.DatabaseError("from the server", 0, "error");
  error.code = code;
  return error;
}
const fromNetwork = (code: string): Error =>
  Object.assign(new Error(`connect ${code}`), { code, syscall: "connect" });

/**
 * What is known about the transaction, and whose fault it was: code, certainly rolled back, not the request's fault.
 */
const table: [string, boolean, boolean][] = [
  ["23505", true, false], // a unique key
  ["42P01", true, false], // no such table
  ["40001", true, false], // serialization failure
  ["40003", false, false], // statement completion unknown
  ["25006", true, true], // read-only transaction
  ["53300", true, true], // too many connections
  ["55P03", true, true], // lock not available
  ["57014", true, true], // query canceled
  ["57P01", false, true], // admin shutdown
  ["57P03", false, true], // cannot connect now
  ["08006", false, true], // connection failure
  ["08P01", false, true], // what PgBouncer reports for any problem, even during a commit
  ["26000", true, true], // a prepared statement that does not exist
  ["42P05", true, true], // or already exists
];

test("what a server's error code says about the transaction and about the cause", () => {
  for (const [code, surelyUndone, unreachable] of table) {
    const error = fromServer(code);
    assert.deepEqual([isServerError(error), isUnreachable(error)], [surelyUndone, unreachable], code);
    assert.equal(isClash(error), code === "40001", code);
    assert.equal(isReadOnly(error), code === "25006", code);
  }
  assert.ok(isClash(fromServer("40P01")), "a deadlock");
});

test("network errors are never blamed on the request", () => {
  for (const code of [
    "ENOTFOUND",
    "EAI_AGAIN",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "ECONNREFUSED",
    "ECONNRESET",
    "EPIPE",
    "ETIMEDOUT",
  ]) {
    assert.ok(isUnreachable(fromNetwork(code)), code);
    assert.equal(isServerError(fromNetwork(code)), false, code);
  }
  assert.equal(isUnreachable(fromNetwork("ENOENT")), false, "a file is no network");
  assert.equal(isUnreachable(new TypeError("x is not a function")), false);
  assert.equal(isUnreachable(null), false);
});
