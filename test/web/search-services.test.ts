import assert from "node:assert/strict";
import { test } from "node:test";
import { editDistance } from "../../web/src/search/edit-distance.ts";
import { searchServices } from "../../web/src/search/search-services.ts";

test("the distance between words counts what was added, left out, replaced or swapped", () => {
  for (const [left, right, distance] of [
    ["", "", 0],
    ["", "abc", 3],
    ["whatsapp", "whatsapp", 0],
    ["watsapp", "whatsapp", 1],
    ["whattsapp", "whatsapp", 1],
    ["whatsapo", "whatsapp", 1],
    ["whastapp", "whatsapp", 1],
    ["telegarm", "telegram", 1],
    ["ba", "ab", 1],
    ["abc", "xyz", 3],
  ] as const) {
    assert.equal(editDistance(left, right), distance, `${left} ${right}`);
    assert.equal(editDistance(right, left), distance, `${right} ${left}`);
  }
});

const services = [
  { slug: "whatsapp", name: "WhatsApp", aliases: ["wa"] },
  { slug: "whatsapp-business", name: "WhatsApp Business", aliases: ["wab"] },
  { slug: "twitter", name: "Twitter", aliases: ["tw", "x"] },
  { slug: "xbox", name: "Xbox", aliases: [] },
  { slug: "netflix", name: "Netflix", aliases: ["nf"] },
  { slug: "openai", name: "OpenAI", aliases: ["dr", "chatgpt"] },
  { slug: "nestle", name: "Nestlé", aliases: [] },
  { slug: "line", name: "LINE", aliases: [] },
];

test("a service is found by its name, another name, a part or a word of it, and with typing errors", () => {
  for (const [search, ...found] of [
    ["whatsapp", "whatsapp", "whatsapp-business"],
    ["  What's App ", "whatsapp", "whatsapp-business"],
    ["watsapp", "whatsapp", "whatsapp-business"],
    ["watsa", "whatsapp", "whatsapp-business"],
    ["business", "whatsapp-business"],
    ["wa", "whatsapp"],
    ["x", "twitter", "xbox"],
    ["chatgpt", "openai"],
    ["chatgtp", "openai"],
    ["flix", "netflix"],
    ["netlfix", "netflix"],
    ["nestle", "nestle"],
    ["nestlé", "nestle"],
    ["lien", "line"],
    ["lin", "line"],
    ["lnie", "line"],
    ["lnee"], // Two errors in four letters: another word.
    ["nit"], // Too short to forgive an error.
    ["qqqqqq"],
  ] as const)
    assert.deepEqual(
      searchServices(services, search).map(({ slug }) => slug),
      found,
      search,
    );
  assert.equal(searchServices(services, " - "), services, "no letter is no search");
});
