import assert from "node:assert/strict";
import { test } from "node:test";
import { isOwnHost } from "./own-host.ts";

const own = [
  "zap.example",
  "ZAP.example",
  "localhost",
  "localhost:8080",
  "127.0.0.1:8080",
  "192.168.1.5",
  "[::1]",
  "[::1]:8080",
  "[2001:db8::1]:443",
];
const others = [
  "",
  ":8080",
  "evil.example",
  "evil.example:8080",
  "zap.example.evil.example",
  "evil-zap.example",
  "zap.example:8443",
  "zap.example.",
  "localhost.evil.example",
  "localhost.",
  "127.0.0.1.evil.example",
  "127.0.0.1.",
  "0x7f.1",
  "2130706433",
  "[evil.example]",
  "[::1].evil.example",
  "::1",
  "127.0.0.1:80:80",
  "user@localhost",
  "localhost/",
  "localhost:port",
];

test("our own hosts are the public one, localhost and bare addresses; names of others are not", () => {
  for (const host of own) assert.equal(isOwnHost(host, "https://zap.example"), true, host);
  for (const host of others) assert.equal(isOwnHost(host, "https://zap.example"), false, host);
  assert.equal(isOwnHost("zap.example:8443", "https://zap.example:8443"), true);
  assert.equal(isOwnHost("zap.example", "https://zap.example:8443"), false);
});
