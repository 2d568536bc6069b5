import assert from "node:assert/strict";
import { test } from "node:test";
import { readUdh } from "./udh.ts";

const part = (partReference: string, partTotal: string, partNumber: string) => ({
  partReference,
  partTotal,
  partNumber,
});

test("the part of a long message, by its user data header", () => {
  assert.deepEqual(readUdh("050003AB0201").part, part("ab", "2", "1"));
  assert.deepEqual(readUdh("06 08 04 12 34 02 02").part, part("1234", "2", "2"));
  // Ports come first, then the part.
  assert.deepEqual(readUdh("0B05040B8423F0000301FF0F").part, part("01", "255", "15"));
  for (const none of ["", "00", "0605040B8423F0", "050003AB02", "05", "FF0003", "0300", "xyz", "050003"])
    assert.equal(readUdh(none).part, undefined, none);
});

test("an element that names no possible part is ignored, and 1 of 1 is a whole message", () => {
  for (const impossible of ["0000", "0001", "0100", "0101", "0200", "0203", "ff00", "01ff"])
    for (const start of ["050003ab", "0608041234"])
      assert.equal(readUdh(start + impossible).part, undefined, start + impossible);
  assert.deepEqual(readUdh("0A0003AB02010003AC0203").part, part("ab", "2", "1"));
});

test("what is for a program on the phone or for the SIM", () => {
  for (const program of ["0605040B8423F0", "04040201F0", "027000", "027F00", "0B0003AB020105040B8423F0"])
    assert.equal(readUdh(program).isForProgram, true, program);
  for (const other of ["", "050003AB0201", "04240102FF", "026F00", "028000", "0505040B84"])
    assert.equal(readUdh(other).isForProgram, false, other);
});
