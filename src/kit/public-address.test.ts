import assert from "node:assert/strict";
import { test } from "node:test";
import { isPublicAddress, publicLookup } from "./public-address.ts";

const inside = [
  "0.0.0.0",
  "10.0.0.1",
  "100.64.0.1",
  "100.127.255.255",
  "127.0.0.1",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.2.1",
  "192.168.1.1",
  "198.18.0.1",
  "198.19.255.255",
  "203.0.113.9",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:127.0.0.1",
  "64:ff9b::7f00:1",
  "2001:db8::1",
  "2002:7f00:1::",
  "fc00::1",
  "fd12::1",
  "fe80::1",
  "ff02::1",
  "",
  "push.example.org",
];
const outside = [
  "8.8.8.8",
  "100.63.255.255",
  "100.128.0.0",
  "172.15.255.255",
  "172.32.0.0",
  "192.0.1.1",
  "198.17.255.255",
  "198.20.0.0",
  "223.255.255.255",
  "2001:4860:4860::8888",
  "2600::1",
  "2a00:1450::1",
];

test("addresses of this machine, of what is behind it and of special networks are not public", () => {
  for (const address of inside) assert.equal(isPublicAddress(address), false, address);
  for (const address of outside) assert.equal(isPublicAddress(address), true, address);
});

test("a name that means something inside is not connected to, in whichever form it is asked for", async () => {
  for (const all of [true, false]) {
    const error = await new Promise<Error | null>((resolve) =>
      publicLookup("localhost", { all }, (fault) => resolve(fault)),
    );
    assert.match(String(error), /localhost has no public address/);
  }
});
