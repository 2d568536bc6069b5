import assert from "node:assert/strict";
import { test } from "node:test";
import { wholeNumber } from "../catalog/catalog.ts";
import { subjectOf, type Recognized } from "./subject.ts";

const services = new Map(
  [
    { slug: "facebook", familyId: 1, signsIn: false, restricted: false, limited: { everywhere: false } },
    { slug: "instagram", familyId: 1, signsIn: false, restricted: false, limited: { everywhere: false } },
    { slug: "telegram", familyId: 2, signsIn: false, restricted: false, limited: { everywhere: false } },
  ].map((service) => [service.slug, service]),
);
const known = (slug: string, confidence: number): Recognized => ({ slug, confidence, known: true });
const brand = (slug: string, confidence: number): Recognized => ({ slug, confidence, known: false });

const cases: [what: string, recognized: Recognized[], named: string[], families: number[]][] = [
  ["nothing: it could be anything outside the catalogue", [], [], [wholeNumber]],
  ["one service", [known("telegram", 0.9)], ["telegram"], [2]],
  [
    "relatives are one family",
    [known("facebook", 0.9), known("instagram", 0.7)],
    ["facebook", "instagram"],
    [1],
  ],
  ["just sure enough", [known("telegram", 0.6)], ["telegram"], [2]],
  ["not sure enough: a hint, and anything", [known("telegram", 0.59)], [], [2, wholeNumber]],
  [
    "a hint beside what it names does not count",
    [known("facebook", 0.9), known("telegram", 0.59)],
    ["facebook"],
    [1],
  ],
  [
    "an unknown brand, just sure enough, beside a known one",
    [brand("larkspur", 0.6), known("telegram", 0.6)],
    ["telegram"],
    [2, wholeNumber],
  ],
  [
    "an unknown brand, not quite sure enough",
    [brand("larkspur", 0.59), known("telegram", 0.6)],
    ["telegram"],
    [2],
  ],
  ["an unknown brand is outside the catalogue", [brand("larkspur", 0.9)], [], [wholeNumber]],
  [
    "an unknown brand that only mentions another",
    [brand("larkspur", 0.8), known("telegram", 0.63)],
    ["telegram"],
    [2, wholeNumber],
  ],
  [
    "an unknown brand mentioned after a known one",
    [known("telegram", 0.8), brand("larkspur", 0.7)],
    ["telegram"],
    [2],
  ],
  ["an unknown brand that is none", [brand("ref", 0.5), known("telegram", 0.5)], [], [2, wholeNumber]],
  ["a brand that we know and the catalogue does not", [known("github", 0.9)], ["github"], [wholeNumber]],
];
for (const [what, recognized, named, families] of cases)
  test(what, () => {
    const subject = subjectOf(recognized, services);
    assert.deepEqual(
      subject.named.map(({ slug }) => slug),
      named,
    );
    assert.deepEqual(subject.families, families);
  });
