import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readCountries, readServices } from "../../../domain/catalog/data.ts";
import { brands } from "./brand-texts.ts";
import { languageOf } from "./languages.ts";
import { localTexts, welcomeTexts } from "./local-texts.ts";
import { sandboxCode, sandboxText, textWithoutCode } from "./texts.ts";

const services = new Map(readServices().map((service) => [service.slug, service.name]));
const slugs = [...services.keys()];

/** A random source that gives the same numbers on every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Every template with the service it is for. */
const templates = [
  ...Object.entries(brands).flatMap(([slug, { texts }]) => texts.map((text) => ({ slug, text }))),
  ...Object.values(localTexts).flatMap((texts) => texts.map((text) => ({ slug: "spotify", text }))),
];

describe("the templates", () => {
  it("contain the code and name the service", () => {
    for (const { slug, text } of templates) {
      assert.ok(text.includes("{code}"), text);
      const name = services.get(slug) ?? "";
      assert.ok(text.replaceAll("{service}", name).includes(name), text);
    }
  });

  it("contain no other number that could be taken for a code", () => {
    for (const { text } of templates) assert.doesNotMatch(text, /\d{3}/);
    for (const text of welcomeTexts) assert.doesNotMatch(text, /\d|\{code\}/);
  });

  it("are for services in the catalogue, in at least twelve languages", () => {
    assert.deepEqual(
      Object.keys(brands).filter((slug) => !services.has(slug)),
      [],
    );
    assert.ok(Object.keys(localTexts).length >= 12);
  });
});

describe("sandboxText", () => {
  it("gives a short text with the code and the name, from a sender that a phone can show", () => {
    const random = seeded(1);
    for (const country of readCountries()) {
      for (const slug of [...Object.keys(brands), "spotify", "njuskalo", "h-and-m", "163-com"]) {
        const serviceName = services.get(slug) ?? "";
        const code = sandboxCode(slug, random);
        const { text, sender } = sandboxText({
          service: slug,
          serviceName,
          code,
          country: country.code,
          random,
        });
        assert.ok(text.includes(code) && text.includes(serviceName), text);
        assert.ok(text.length <= 480 && !/[{}]/.test(text), text);
        assert.match(sender, /^[A-Za-z0-9]{2,11}$/);
      }
    }
  });

  it("stays short with every name of the catalogue, in every language", () => {
    const random = seeded(2);
    const names = [...services.values()].toSorted((a, b) => b.length - a.length).slice(0, 20);
    for (const texts of Object.values(localTexts)) {
      for (const text of texts) {
        for (const name of names) assert.ok(text.replaceAll("{service}", name).length <= 460, text);
      }
    }
    const { text } = sandboxText({ service: "other", serviceName: "Any other", code: "123456", random });
    assert.doesNotMatch(text, /Any other/);
  });

  it("gives the same for the same random source, and takes the language as told", () => {
    const input = { service: "spotify", serviceName: "Spotify", code: "123456", country: "BR" };
    assert.deepEqual(
      sandboxText({ ...input, random: seeded(3) }),
      sandboxText({ ...input, random: seeded(3) }),
    );
    const { text } = sandboxText({ ...input, language: "zh", random: () => 0 });
    assert.match(text, /验证码/);
  });

  it("leaves names with signs as they are", () => {
    const { text } = sandboxText({
      service: "x1",
      serviceName: "Cash$&Co",
      code: "1234",
      language: "en",
      random: () => 0,
    });
    assert.match(text, /Your Cash\$&Co verification code is 1234\./);
  });
});

describe("sandboxCode", () => {
  const shapes: [string, RegExp][] = [
    ["whatsapp", /^\d{3}-\d{3}$/],
    ["telegram", /^\d{5}$/],
    ["google", /^G-\d{6}$/],
    ["instagram", /^\d{3} \d{3}$/],
    ["facebook", /^\d{5,8}$/],
    ["discord", /^\d{6}$/],
    ["bolt", /^\d{4}$/],
    ["steam", /^[0-9A-Z]{5}$/],
    ["constructor", /^\d{4,6}$/],
  ];
  for (const [slug, shape] of shapes) {
    it(`has the shape of ${slug}`, () => {
      const random = seeded(4);
      for (let i = 0; i < 200; i++) assert.match(sandboxCode(slug, random), shape);
    });
  }

  it("has four to eight places for every service", () => {
    const random = seeded(5);
    for (const slug of slugs) assert.match(sandboxCode(slug, random), /^(G-)?[\dA-Z]{3,8}([- ]\d{3})?$/);
  });
});

describe("languageOf", () => {
  it("uses a language of the country, or English if none is known", () => {
    assert.deepEqual(
      ["BR", "MX", "SA", "TZ", "GB", "AQ", ""].map((code) => languageOf(code, () => 0)),
      ["pt", "es", "ar", "sw", "en", "en", "en"],
    );
  });

  it("writes mostly English to Nigeria, and sometimes Hausa, Yoruba or Igbo", () => {
    const random = seeded(6);
    const seen = Array.from({ length: 400 }, () => languageOf("NG", random));
    assert.deepEqual(new Set(seen), new Set(["en", "ha", "yo", "ig"]));
    assert.ok(seen.filter((language) => language === "en").length > 250);
  });
});

describe("textWithoutCode", () => {
  it("is a welcome message without digits", () => {
    for (const value of [0, 0.4, 0.9]) {
      const text = textWithoutCode("Spotify", () => value);
      assert.match(text, /Spotify/);
      assert.doesNotMatch(text, /\d/);
    }
  });
});
