import assert from "node:assert/strict";
import { test } from "node:test";
import { readUdh } from "./udh.ts";

const part = (partReference: string, partTotal: string, partNumber: string) => ({
  partReference,
  partTotal,
  partNumber,
});

test("the part of a long message, by its user data header", () => {
  assert.deepEqual(readUdh("050003AB0201"), part("ab", "2", "1"));
  assert.deepEqual(readUdh("06 08 04 12 34 02 02"), part("1234", "2", "2"));
  // Ports come first, then the part.
  assert.deepEqual(readUdh("0B05040B8423F0000301FF0F"), part("01", "255", "15"));
  for (const none of ["", "00", "0605040B8423F0", "050003AB02", "05", "FF0003", "0300", "xyz", "050003"])
    assert.equal(readUdh(none), undefined, none);
});
