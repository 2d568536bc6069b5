/** Ordinary words that are also names of services: they only count as names if they are written as one. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createServiceRecognizer } from "../../service.ts";

const WORDS = [
  "Trip",
  "Booking",
  "Delivery",
  "Ride",
  "Metro",
  "Smart",
  "Next",
  "Line",
  "Signal",
  "Portal",
  "True",
];
/** Things that have numbers themselves: in a label, the word may mean the thing. */
const THINGS = new Set(["Booking", "Delivery", "Next", "Line"]);
const recognize = createServiceRecognizer([
  ...WORDS.map((name) => ({ slug: name.toLowerCase(), name, aliases: [] })),
  { slug: "uber", name: "Uber", aliases: [] },
]);
/** From this confidence on, it determines whom a message is for (`subject.ts`). */
const SURE = 0.6;
const surest = (text: string, sender?: string): string | null => {
  const [first] = recognize(text, sender);
  return first && first.known && first.confidence >= SURE ? first.slug : null;
};

for (const name of WORDS) {
  const [slug, shouted] = [name.toLowerCase(), name.toUpperCase()];
  test(`${slug}: the word, or the name`, () => {
    assert.deepEqual(recognize(`Your ${slug} code is 4829`), [], "in small letters a word");
    assert.deepEqual(recognize(`Use code 4829 for your ${slug}`), []);
    assert.equal(surest(`${name} code 4829`), null, "a sentence begins with a capital");
    assert.equal(surest(`YOUR ${shouted} CODE IS 4829`), null, "all is in capitals");
    assert.equal(surest(`Your ${name} code is 4829`), slug, "a capital within a sentence");
    assert.equal(surest(`[${name}] Your code is 4829`), slug, "a bracket");
    assert.equal(surest(`${name}: your code is 4829`), THINGS.has(name) ? null : slug, "a label");
    assert.equal(surest("Your code is 4829", name), slug, "a sender");
    assert.equal(surest(`Uber: your ${slug} code is 4829`), "uber", "a name beside the word");
  });
}

test("a sentence that begins with such a word hints at it, and does not decide", () => {
  assert.deepEqual(
    recognize("Signal code 4829").map(({ slug, known }) => [slug, known]),
    [["signal", true]],
  );
});
