import assert from "node:assert/strict";
import { test } from "node:test";
import { readCountries } from "../catalog/data.ts";
import { parseNeverShown, readNeverShown } from "../catalog/never-shown.ts";
import { openNeverShown } from "./never-shown.ts";

const dialCodes = new Map(readCountries().map(({ code, dialCode }) => [code, dialCode]));
const [us, gb, ng, india] = ["15550100000", "447700900123", "2348030000000", "919800000000"];

test("banks, payments and government are never shown, by sender and by text, per country; sign-up codes are", () => {
  const isNeverShown = openNeverShown(readNeverShown(), dialCodes);
  const cases: [number: string, sender: string, text: string, hidden: boolean][] = [
    [gb, "HMRC", "Your code is 123456", true],
    [gb, "h.m.r.c.", "Your code is 123456", true],
    [us, "HMRC", "Your code is 123456", false],
    [gb, "HMRCX", "Your code is 123456", false],
    [ng, "X", "Your BVN was used. Code 123456", true],
    [us, "X", "Your BVN was used. Code 123456", false],
    [us, "X", "123456 is your code to authorise the payment at SHOP", true],
    [us, "X", "Payment of NGN 5,000.00: use 123456", true],
    [us, "X", "OTP 123456 for your card ending 4242", true],
    [us, "X", "3-D Secure code 123456", true],
    [us, "X", "Your code is 123456. Never share it, not even for a payment.", false],
    [us, "WhatsApp", "Your WhatsApp code: 123-456. Don't share this code with others", false],
    [us, "Google", "G-123456 is your Google verification code.", false],
    [us, "Amazon", "123456 is your Amazon OTP. Do not share it with anyone.", false],
    [us, "Uber", "Your Uber code is 1234. Never share this code. Reply STOP ALL to unsubscribe", false],
    [ng, "Telegram", "Telegram code: 12345. Do not give this code to anyone.", false],
    [us, "X", "Use 123456 to verify the phone on your Lyft account ending in 0123.", false],
    [us, "X", "Confirm your phone with code 123456. Payment details are never asked for.", false],
    [us, "X", "482913 is your code. To confirm it, no payment is needed.", false],
    [us, "X", "Your DoorDash code is 123456. We will never ask for your Social Security number.", false],
    [ng, "X", "Bet9ja code 12345. Never share your OTP, PIN or BVN with anyone.", false],
    [ng, "X", "Bet9ja code 12345. Don’t share your OTP, PIN or BVN.", false],
    [india, "X", "1234 is your Swiggy OTP. Never share your OTP or UPI PIN with anyone.", false],
    [india, "X", "123456 is the OTP for txn of Rs.4,500.00 at AMAZON on your SBI card XX1234.", true],
    [india, "X", "OTP is 123456 for payment of Rs 4500 to FLIPKART", true],
    [ng, "X", "Use OTP 123456 to complete your transfer of N5,000.00 to JOHN DOE.", true],
    [gb, "X", "123456 is your one-time passcode for £49.99 at AMAZON.", true],
    [gb, "X", "Passcode 123456 for your payment to J SMITH of £50.00.", true],
    [us, "X", "123456 is the code to send $500.00 with Zelle", true],
    [us, "X", "Use 123456 to add your card to Apple Pay", true],
    [india, "VM-UIDAI", "Your code is 123456", true],
    [india, "VM-UIDAI-T", "Your code is 123456", true],
    [us, "VM-UIDAI", "Your code is 123456", false],
  ];
  for (const [number, sender, text, hidden] of cases)
    assert.equal(isNeverShown({ number, sender, text }), hidden, `${sender} to ${number}: ${text}`);
});

test("an entry without a country that there is, or without a name, is refused rather than ignored", () => {
  const open = (text: string) => openNeverShown(parseNeverShown("sender", text), dialCodes);
  assert.throws(() => open("XX: Barclays"), /names no country/);
  assert.throws(() => open("*"), /is no sender's name/);
  assert.ok(open("UK: Barclays")({ number: gb, sender: "Barclays", text: "" }));
});

test("the operator adds senders and phrases, with a country or without; a phrase is no pattern", () => {
  const isNeverShown = openNeverShown(
    [
      ...parseNeverShown("sender", "GTBank; NG: First Bank;"),
      ...parseNeverShown("text", "GB:Council Tax (2026)"),
    ],
    dialCodes,
  );
  const cases: [number: string, sender: string, text: string, hidden: boolean][] = [
    [us, "GT-BANK", "code 1", true],
    [ng, "FirstBank", "code 1", true],
    [us, "FirstBank", "code 1", false],
    [gb, "X", "your council tax (2026) code 1", true],
    [gb, "X", "your council tax 2026 code 1", false],
    [us, "X", "your council tax (2026) code 1", false],
    [us, "", "", false],
  ];
  for (const [number, sender, text, hidden] of cases)
    assert.equal(isNeverShown({ number, sender, text }), hidden, `${sender} to ${number}: ${text}`);
});
