import assert from "node:assert/strict";
import { test } from "node:test";
import pg from "pg";
import { readAddress, WrongAddress } from "./address.ts";

/** How the driver parses each server's address. */
const places = (text: string): string[] =>
  readAddress(text).servers.map((server) => {
    const { user, password, host, port, database } = new pg.Client(server);
    return `${user}:${password as string}@${host}:${port}/${database}`;
  });

test("one host, or several, as libpq reads them", () => {
  for (const [text, ...expected] of [
    ["postgres://u:p@one/db", "u:p@one:5432/db"],
    ["postgresql://u:p@one:6000/db?sslmode=disable", "u:p@one:6000/db"],
    ["postgres://u:p@one:1,two:2,three/db", "u:p@one:1/db", "u:p@two:2/db", "u:p@three:5432/db"],
    ["postgres://u:p@one,two/db?target_session_attrs=read-write", "u:p@one:5432/db", "u:p@two:5432/db"],
    ["postgres://u:p@[::1]:1,[fd00::2]/db", "u:p@::1:1/db", "u:p@fd00::2:5432/db"],
    ["postgres://u:a%2Cb%40c@one,two/db", "u:a,b@c@one:5432/db", "u:a,b@c@two:5432/db"],
    ["postgres://u:a@b@one,two/db", "u:a@b@one:5432/db", "u:a@b@two:5432/db"],
    ["postgres://u:p@/db?host=one,two&port=1,2", "u:p@one:1/db", "u:p@two:2/db"],
    ["postgres://u:p@/db?host=one,two&port=7", "u:p@one:7/db", "u:p@two:7/db"],
    ["postgres://u:p@/db?host=/run/a,/run/b", "u:p@/run/a:5432/db", "u:p@/run/b:5432/db"],
    ["postgres:///db?host=/run/postgresql&user=u&password=p", "u:p@/run/postgresql:5432/db"],
    ["postgres://u:p@%2Frun%2Fpostgresql/db", "u:p@/run/postgresql:5432/db"],
    ["postgres://u:p%2Bq@one/db?options=a+b", "u:p+q@one:5432/db"],
  ] as const)
    assert.deepEqual(places(text), expected, text);
  assert.deepEqual(readAddress("/run/postgresql db").servers, ["/run/postgresql db"]);
});

test("several hosts imply a server that accepts writes, a single one only if the address says so", () => {
  for (const [text, mustWrite] of [
    ["postgres://one/db", false],
    ["postgres://one/db?target_session_attrs=any", false],
    ["postgres://one/db?target_session_attrs=read-write", true],
    ["postgres://one/db?target_session_attrs=primary", true],
    ["postgres://one,two/db", true],
    ["postgres://one,two/db?target_session_attrs=read-write", true],
    ["postgres://one,two/db?target_session_attrs=any", false],
  ] as const)
    assert.equal(readAddress(text).mustWrite, mustWrite, text);
});

test("an address that cannot be used: what is wrong with it, and never its password", () => {
  for (const [text, sentence] of [
    ["mysql://u:hidden@one/db", /begins with mysql:\/\/, and only PostgreSQL/],
    ["https://u:hidden@one", /begins with https:\/\//],
    ["one/db", /cannot be read as an address/],
    ["host=one password=hidden", /cannot be read as an address/],
    ["postgres:/u:hidden@one/db", /cannot be read as an address/],
    ["postgres://u:hid/den@one/db", /%2F for a \//],
    ["postgres://u:hidden@one:port/db", /cannot be read as an address/],
    ["postgres://u:hidden@one:0/db", /names the port 0;/],
    ["postgres://u:hidden@one:65536/db", /cannot be read as an address/],
    ["postgres://u:hidden@/db?host=one&port=65536", /names the port 65536;/],
    ["postgres://u:hidden@/db?host=one,two&port=1,2,3", /names 2 hosts and 3 ports/],
    ["postgres://u:hidden@one,two/db?target_session_attrs=standby", /target_session_attrs=standby/],
    ["postgres://u:hidden@one/db?target_session_attrs=prefer-standby", /use read-write/],
    ["postgres://u:hidden@one/db?target_session_attrs=", /target_session_attrs=,/],
  ] as const)
    assert.throws(
      () => readAddress(text),
      (error) => error instanceof WrongAddress && sentence.test(error.message) && !/hid/.test(error.message),
      text,
    );
});
