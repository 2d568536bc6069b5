import assert from "node:assert/strict";
import { test } from "node:test";
import { createNumberReader } from "./number.ts";
import { readRecipient } from "./recipient.ts";

const read = (text: string) => readRecipient(text, createNumberReader());

test("a number may be written as a URI", () => {
  for (const text of [
    "+2348031234567",
    "tel:+2348031234567",
    "TEL:+234-803-123-4567;phone-context=+234",
    "sms:+2348031234567?body=x",
    "mms:2348031234567",
  ])
    assert.deepEqual(read(text), { number: "2348031234567", isChat: false }, text);
});

test("a chat account is reduced to its number, and its messages are not SMS", () => {
  for (const text of ["whatsapp:+2348031234567", "WhatsApp: +2348031234567", "rcs:2348031234567"])
    assert.deepEqual(read(text), { number: "2348031234567", isChat: true }, text);
  for (const text of ["rcs:brand_a1b2_agent", "messenger:my-page", "whatsapp:"])
    assert.equal(read(text), "passed over", text);
});

test("anything else is not a number", () => {
  for (const text of [
    "",
    "tel:",
    "tel:me",
    "sip:2348031234567@example.com",
    "http://2348031234567",
    "whatsapp",
  ])
    assert.equal(read(text), null, text);
});
