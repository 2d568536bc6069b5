import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { getCountryCallingCode, isSupportedCountry } from "libphonenumber-js";
import {
  categories,
  parseCountries,
  parseFamilies,
  parseServices,
  readCountries,
  readFamilies,
  readServices,
  restrictedCategories,
} from "./data.ts";

const services = readServices();
const bySlug = new Map(services.map((service) => [service.slug, service]));
const byAlias = new Map(
  services.flatMap((service) => service.aliases.map((alias) => [alias, service.slug] as const)),
);

const free: Record<string, string> = {
  messenger: "whatsapp telegram signal viber wechat line discord",
  social: "facebook instagram twitter tiktok linkedin snapchat reddit",
  software: "google microsoft apple openai claude",
  dating: "tinder bumble",
  shopping: "amazon temu jd-com",
  marketplace: "ebay",
  transport: "uber bolt",
  travel: "airbnb",
  entertainment: "netflix spotify",
  games: "steam",
  gambling: "bet365",
  mail: "yahoo aol",
  other: "other",
};

const restricted: Record<string, string> = {
  bank: "nubank revolut monzo serasa klarna robinhood exness winter-loan alfa any-bank tinkoff-voicekit",
  payments: "paypal wise pagbank koronapay gcash alipay cash-app chipper-cash phonepe",
  government: "bpjstk gov-br mitid uae-pass cita-previa mos-ru",
  crypto: "bybit binance coinbase paxful crypto-com",
};

/** A services file of these lines. */
const table = (...lines: string[]): string => ["slug\tname\tcategory\taliases", ...lines, ""].join("\n");

describe("services.tsv", () => {
  it("has slugs and aliases that are unique over both", () => {
    const names = [...bySlug.keys(), ...services.flatMap((service) => service.aliases)];
    assert.equal(new Set(names).size, names.length);
  });

  it("knows only the categories its README lists, and uses them all", () => {
    assert.deepEqual(new Set(services.map((service) => service.category)), new Set(categories));
    const readme = readFileSync(new URL("../../../catalog/README.md", import.meta.url), "utf8");
    const listed = /\(closed list\): ([^]*?)\n\n/.exec(readme)?.[1] ?? "";
    assert.deepEqual(listed.split(/ ·\s+/), [...categories]);
  });

  it("puts the services everybody knows where they belong", () => {
    for (const [category, slugs] of Object.entries({ ...free, ...restricted })) {
      for (const slug of slugs.split(" ")) assert.equal(bySlug.get(slug)?.category, category, slug);
    }
  });

  it("restricts money, states and crypto, and nothing else", () => {
    assert.deepEqual(restrictedCategories, Object.keys(restricted));
    assert.deepEqual(
      Object.keys(free).filter((category) => Object.hasOwn(restricted, category)),
      [],
    );
  });

  it("finds services by short code and by other spellings", () => {
    const expected = {
      wa: "whatsapp",
      tg: "telegram",
      ot: "other",
      full: "other",
      go: "google",
      youtube: "google",
      gmail: "google",
      x: "twitter",
      aaa: "nubank",
      dr: "openai",
      vkontakte: "vk",
      tencentqq: "qq",
      paymaya: "maya",
      bip: "gorzdrav",
    };
    for (const [alias, slug] of Object.entries(expected)) assert.equal(byAlias.get(alias), slug, alias);
  });

  it("writes brands as their owners do", () => {
    const names = [
      "WhatsApp",
      "Telegram",
      "TikTok",
      "LinkedIn",
      "PayPal",
      "WeChat",
      "OpenAI",
      "eBay",
      "Any other",
    ];
    const known = new Set(services.map((service) => service.name));
    assert.deepEqual(
      names.filter((name) => !known.has(name)),
      [],
    );
  });
});

describe("families.tsv", () => {
  const families = readFamilies();
  const familyOf = new Map(
    families.flatMap(({ name, services: slugs }) => slugs.map((slug) => [slug, name])),
  );

  it("puts together what one owner or one sign-in holds together", () => {
    const together = [
      "facebook instagram whatsapp whatsapp-business meta",
      "google google-voice firebase",
      "microsoft skype xbox linkedin",
      "yandex yandex-go",
      "vk mail-ru odnoklassniki icq",
      "wechat qq",
      "taobao alipay aliexpress lazada",
      "tinder hinge match pof okcupid",
      "grab ovo",
      "gojek gopay tokopedia",
      "amazon twitch",
      "yahoo aol",
    ];
    for (const slugs of together) {
      const [first = "", ...others] = slugs.split(" ");
      assert.ok(familyOf.has(first), first);
      for (const slug of others) assert.equal(familyOf.get(slug), familyOf.get(first), slug);
    }
  });

  it("leaves strangers apart, and what stands for every service alone", () => {
    const apart = [
      "telegram",
      "whatsapp",
      "google",
      "microsoft",
      "apple",
      "tiktok",
      "discord",
      "signal",
      "other",
    ];
    const seen = apart.map((slug) => familyOf.get(slug) ?? slug);
    assert.equal(new Set(seen).size, apart.length);
    assert.equal(familyOf.has("other"), false);
  });

  it("finds a family's service where a message names its owner alone", () => {
    const signIn = Object.fromEntries(families.map((family) => [family.name, family.signIn]));
    assert.deepEqual(
      [signIn["meta"], signIn["google"], signIn["vk"], signIn["doordash"]],
      [["meta"], ["google"], ["mail-ru", "vk"], []],
    );
  });

  it("is refused where it is wrong", () => {
    const slugs = new Set(["a", "b", "c", "other"]);
    const wrong: [string[], RegExp][] = [
      [["x\t\ta"], /line 2: a family has two services at least/],
      [["x\t\ta,d"], /line 2: "d" is not a service of the catalogue/],
      [["x\t\ta,a"], /line 2: "a" is a member of "x", too/],
      [["x\t\ta,b", "y\t\tb,c"], /line 3: "b" is a member of "x", too/],
      [["x\tc\ta,b"], /line 2: "c" signs in and is no member/],
      [["x\t\ta,other"], /line 2: "other" stands for every service/],
      [["y\t\ta,b", "x\t\tb,c"], /line 3: "x" is not sorted after "y"/],
    ];
    for (const [lines, message] of wrong)
      assert.throws(
        () => parseFamilies(["family\tsign_in\tservices", ...lines, ""].join("\n"), slugs),
        message,
      );
  });
});

describe("countries.tsv", () => {
  const countries = readCountries();
  const dialCodes = new Map(countries.map((country) => [country.code, country.dialCode]));

  it("has the 249 countries of ISO 3166-1, each once", () => {
    assert.equal(dialCodes.size, 249);
    assert.equal(countries.length, 249);
  });

  it("agrees with libphonenumber-js on dial codes", () => {
    for (const { code, dialCode } of countries) {
      if (isSupportedCountry(code)) assert.equal(dialCode, getCountryCallingCode(code), code);
    }
  });

  it("leaves the dial code empty only where nobody can be called", () => {
    assert.deepEqual(
      countries.filter((country) => country.dialCode === "").map((country) => country.code),
      ["BV", "HM"],
    );
    assert.equal(dialCodes.get("GG"), "44");
  });

  it("names countries as users expect", () => {
    const names = new Map(countries.map((country) => [country.code, country.name]));
    const expected = {
      US: "United States",
      GB: "United Kingdom",
      RU: "Russia",
      VN: "Vietnam",
      TR: "Türkiye",
      NG: "Nigeria",
    };
    for (const [code, name] of Object.entries(expected)) assert.equal(names.get(code), name);
  });
});

describe("a wrong file", () => {
  const wrong: [string, string, RegExp][] = [
    [
      "an alias given twice",
      table("a\tA\tother\tx", "b\tB\tother\tx"),
      /services\.tsv, line 3: "x" is a slug or alias/,
    ],
    ["an alias that is a slug", table("a\tA\tother\tb", "b\tB\tother\t"), /line 3: "b" is a slug or alias/],
    ["an unknown category", table("a\tA\tspace\t"), /line 2: "space" is not a category/],
    ["an order that is not", table("b\tB\tother\t", "a\tA\tother\t"), /line 3: "a" is not sorted after "b"/],
    ["a slug in capitals", table("a\tA\tother\tX"), /line 2: "X" is not a slug/],
    ["a field too few", table("a\tA\tother"), /line 2: 3 fields instead of 4/],
    ["another header", "name\n", /line 1: the header/],
  ];
  for (const [what, text, message] of wrong) {
    it(`is refused for ${what}`, () => assert.throws(() => parseServices(text), message));
  }

  it("is refused for a dial code with a plus", () => {
    const text = "code\tname\tdial_code\nGB\tUnited Kingdom\t+44\n";
    assert.throws(() => parseCountries(text), /countries\.tsv, line 2: "\+44" is not a dial code/);
  });
});
