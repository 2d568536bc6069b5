import assert from "node:assert/strict";
import { test } from "node:test";
import { clientAddress, networkOf, readAddress, readNetworks, type Networks } from "./address.ts";

const addresses: [text: string, address: string | null][] = [
  ["203.0.113.7", "203.0.113.7"],
  [" 203.0.113.7 ", "203.0.113.7"],
  ["203.0.113.7:51234", "203.0.113.7"],
  ['"203.0.113.7:51234"', "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["::FFFF:cb00:7107", "203.0.113.7"],
  ["[::ffff:203.0.113.7]:443", "203.0.113.7"],
  ["2001:DB8:0:0:0:0:0:1", "2001:db8::1"],
  ["[2001:db8::1]", "2001:db8::1"],
  ["[2001:db8::1]:51234", "2001:db8::1"],
  ['"[2001:db8::1]:51234"', "2001:db8::1"],
  ["fe80::1%eth0", "fe80::1"],
  ["::1", "::1"],
  ["", null],
  ["unknown", null],
  ["_hidden", null],
  ["203.0.113", null],
  ["203.0.113.256", null],
  ["203.0.113.7:", null],
  ["203.0.113.7:port", null],
  ["[203.0.113.7", null],
  ["2001:db8::1::2", null],
  ["for=203.0.113.7", null],
  ["203.0.113.7; drop table members", null],
  ["127.0.0.1\u0000", null],
];

test("an address is read as sockets and proxies write it, and written in one form", () => {
  for (const [text, address] of addresses) assert.equal(readAddress(text), address, JSON.stringify(text));
});

test("limits by address count IPv6 by /64 and IPv4 by address", () => {
  const networks: [string, string][] = [
    ["203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::", "2001:db8:1:2::/64"],
    ["2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
    ["2001:db8:1:3::", "2001:db8:1:3::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:db8:0:1::1", "2001:db8:0:1::/64"],
    ["2001:0:0:1::9", "2001:0:0:1::/64"],
    ["1::8", "1:0:0:0::/64"],
    ["1:2:3:4:5:6:7::", "1:2:3:4::/64"],
    ["::1", "0:0:0:0::/64"],
    ["::", "0:0:0:0::/64"],
  ];
  for (const [address, network] of networks) assert.equal(networkOf(address), network, address);
});

test("networks are addresses, ranges and names; anything else is reported", () => {
  const read = (text: string): Networks => {
    const networks = readNetworks(text);
    assert.ok(networks, text);
    return networks;
  };
  const some = read("10.1.0.0/16, 192.0.2.1,2001:db8::/32 , ::ffff:198.51.100.1,::ffff:198.18.0.0/112");
  for (const inside of [
    "10.1.0.0",
    "10.1.255.255",
    "192.0.2.1",
    "2001:db8:ffff::1",
    "198.51.100.1",
    "198.18.255.1",
  ])
    assert.ok(some.has(inside), inside);
  for (const outside of [
    "10.0.255.255",
    "10.2.0.0",
    "192.0.2.2",
    "2001:db9::",
    "127.0.0.1",
    "::1",
    "198.19.0.0",
    "",
  ])
    assert.ok(!some.has(outside), outside);
  assert.ok(read("loopback").has("127.9.9.9") && read("loopback").has("::1"));
  assert.ok(!read("uniquelocal, linklocal").has("127.0.0.1"));
  assert.ok(read("0.0.0.0/0").has("203.0.113.7"));
  assert.ok(!read("").has("127.0.0.1") && read("").isEmpty && !some.isEmpty);
  const wrong = [
    "nginx",
    "10.0.0.0/33",
    "10.0.0.0/8/8",
    "10.0.0.0/255.0.0.0",
    "10.0.0.0/",
    "::1/129",
    "::ffff:10.0.0.0/64",
    "10.0.0.1:80",
  ];
  for (const text of wrong) assert.equal(readNetworks(`loopback,${text}`), null, text);
});

test("the client is the nearest address that is no proxy of ours", () => {
  const proxies = readNetworks("10.0.0.0/8, ::1") as Networks;
  const cases: [peer: string | undefined, forwardedFor: string | string[] | undefined, client: string][] = [
    ["203.0.113.7", undefined, "203.0.113.7"],
    ["::ffff:203.0.113.7", undefined, "203.0.113.7"],
    ["203.0.113.7", "198.51.100.1", "203.0.113.7"], // A caller that is not a proxy can claim anything.
    ["10.0.0.1", undefined, "10.0.0.1"],
    ["10.0.0.1", "", "10.0.0.1"],
    ["10.0.0.1", "198.51.100.1", "198.51.100.1"],
    ["::ffff:10.0.0.1", "198.51.100.1:4711", "198.51.100.1"],
    ["::1", "[2001:db8::5]:4711", "2001:db8::5"],
    ["10.0.0.1", "192.0.2.66, 198.51.100.1", "198.51.100.1"], // Entries written by the client are further left.
    ["10.0.0.1", "192.0.2.66, 198.51.100.1, 10.0.0.2", "198.51.100.1"],
    ["10.0.0.1", ["192.0.2.66", "198.51.100.1"], "198.51.100.1"],
    ["10.0.0.1", ",198.51.100.1,,", "198.51.100.1"],
    ["10.0.0.1", "198.51.100.1, unknown", "10.0.0.1"],
    ["10.0.0.1", "198.51.100.1, unknown, 10.0.0.2", "10.0.0.2"],
    ["10.0.0.1", "<script>", "10.0.0.1"],
    ["10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"],
    ["10.0.0.1", `198.51.100.1${", 10.0.0.2".repeat(1000)}`, "10.0.0.2"],
    [undefined, "198.51.100.1", ""],
  ];
  for (const [peer, said, client] of cases)
    assert.equal(clientAddress(peer, said, proxies), client, `${peer} ${JSON.stringify(said)}`);
});
