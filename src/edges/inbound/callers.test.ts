import assert from "node:assert/strict";
import { test } from "node:test";
import { createCallerCheck } from "./callers.ts";

test("a list lets in its addresses and networks, and no list lets in everybody", () => {
  const isAllowed = createCallerCheck("203.0.113.7, 198.51.100.0/24\n2001:db8::/32");
  for (const caller of ["203.0.113.7", "198.51.100.0", "198.51.100.255", "2001:db8::1", "::ffff:203.0.113.7"])
    assert.ok(isAllowed(caller), caller);
  for (const caller of ["203.0.113.8", "198.51.101.0", "2001:db9::1", "::ffff:203.0.113.8", "", "x"])
    assert.ok(!isAllowed(caller), caller);
  for (const none of [undefined, "", " , "]) assert.ok(createCallerCheck(none)("192.0.2.1"));
});

test("what is no address or network is refused", () => {
  for (const wrong of [
    "203.0.113",
    "203.0.113.7/33",
    "203.0.113.0/",
    "203.0.113.0/0",
    "1.2.3.4/8/8",
    "2001:db8::/129",
    "example.com",
    "1.2.3.4/-1",
  ])
    assert.throws(() => createCallerCheck(wrong), /^Refusal: callers must be IP addresses/, wrong);
});
