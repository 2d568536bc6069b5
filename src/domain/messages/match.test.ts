import assert from "node:assert/strict";
import { test } from "node:test";
import { wholeNumber } from "../catalog/catalog.ts";
import type { Use } from "../numbers/uses/use.ts";
import type { OrderOnNumber } from "../orders/on-number/queries.ts";
import { match, type Match } from "./match.ts";
import type { NamedService, Subject } from "./subject.ts";

const minute = 60_000;
const start = Date.parse("2026-01-01T00:00:00Z");
const [meta, google, telegram, paypal] = [1, 2, 3, 4];
const nowhere = { everywhere: false };
const catalogue: Record<string, Omit<NamedService, "slug">> = {
  facebook: { familyId: meta, signsIn: false, restricted: false, limited: nowhere },
  instagram: { familyId: meta, signsIn: false, restricted: false, limited: nowhere },
  meta: { familyId: meta, signsIn: true, restricted: false, limited: nowhere },
  google: { familyId: google, signsIn: true, restricted: false, limited: nowhere },
  "google-voice": { familyId: google, signsIn: false, restricted: false, limited: nowhere },
  telegram: { familyId: telegram, signsIn: false, restricted: false, limited: nowhere },
  paypal: { familyId: paypal, signsIn: false, restricted: true, limited: nowhere },
  other: { familyId: wholeNumber, signsIn: false, restricted: false, limited: nowhere },
  tinder: { familyId: 5, signsIn: false, restricted: false, limited: { everywhere: false, US: true } },
  badoo: { familyId: 6, signsIn: true, restricted: false, limited: { everywhere: true, US: false } },
  github: { familyId: null, signsIn: false, restricted: false, limited: nowhere },
};
const [alice, bob, carol] = [1, 2, 3];

/** Of Alice, Bob or Carol; open from one minute on, closed at another. */
function order(accountId: number, service: string, from = 0, closed?: number): OrderOnNumber {
  return {
    orderId: accountId * 1000 + from,
    walletId: accountId,
    keyId: null,
    accountId,
    mode: "live",
    number: "15550100000",
    country: "US",
    service,
    familyId: catalogue[service]?.familyId ?? wholeNumber,
    status: "PENDING",
    priceMinor: 1,
    messageCount: 0,
    createdAt: new Date(start + from * minute),
    closedAt: closed === undefined ? null : new Date(start + closed * minute),
    resendAt: null,
    latePolicy: "free",
    uses: [],
  };
}

function about(...slugs: string[]): Subject {
  const named = slugs.map((slug) => ({ slug, ...(catalogue[slug] as Omit<NamedService, "slug">) }));
  const families = named.map(({ familyId }) => familyId ?? wholeNumber);
  return { named, families: slugs.length > 0 ? families : [wholeNumber] };
}

const since = new Date(start - 180 * 1440 * minute);
/** A use that just counts, and one that no longer does. */
const [counts, isOver] = [since.getTime() + 1, since.getTime()];
const use = (
  familyId: number,
  accountId: number,
  usedAt = counts,
  othersUsedAt: number | null = null,
): Use => ({
  familyId,
  accountId,
  usedAt,
  othersUsedAt,
});

const found = (subject: Subject, orders: OrderOnNumber[], uses: Use[] = []): string => {
  const known = { orders, uses: new Map(uses.map((one) => [one.familyId, one])) };
  const result: Match = match(subject, known, since);
  if ("order" in result) return `${result.state} ${result.order.accountId}`;
  assert.equal(result.state, "unmatched");
  return result.reason;
};

type Case = [what: string, subject: Subject, orders: OrderOnNumber[], uses: Use[], expected: string];
const cases: Case[] = [
  ["nobody there", about("telegram"), [], [], "no_order"],
  [
    "the service that is named",
    about("telegram"),
    [order(alice, "facebook"), order(bob, "telegram")],
    [],
    "delivered 2",
  ],
  ["another service", about("telegram"), [order(alice, "facebook")], [], "other_service"],
  ["nobody named, one there", about(), [order(alice, "facebook")], [], "delivered 1"],
  [
    "nobody named, two there",
    about(),
    [order(alice, "facebook"), order(bob, "telegram")],
    [],
    "several_orders",
  ],
  [
    "both named",
    about("facebook", "telegram"),
    [order(alice, "facebook"), order(bob, "telegram")],
    [],
    "several_orders",
  ],
  ["anything goes", about("telegram"), [order(alice, "other")], [], "delivered 1"],
  ["not in the catalogue", about("github"), [order(alice, "telegram")], [], "other_service"],
  ["restricted", about("paypal"), [order(alice, "other")], [], "restricted_service"],
  ["restricted and rented", about("paypal"), [order(alice, "paypal")], [], "delivered 1"],
  [
    "restricted and rented, beside another order",
    about("paypal"),
    [order(alice, "paypal"), order(bob, "telegram")],
    [],
    "delivered 1",
  ],
  [
    "restricted, and rented before",
    about("paypal"),
    [order(alice, "paypal", 0, 10)],
    [],
    "restricted_service",
  ],

  ["a policy there", about("tinder"), [order(alice, "other")], [], "restricted_service"],
  [
    "a policy there, and rented",
    about("tinder"),
    [order(alice, "tinder"), order(bob, "other")],
    [],
    "delivered 1",
  ],
  ["a policy there, and late", about("tinder"), [order(alice, "other", 0, 10)], [], "restricted_service"],
  ["a policy elsewhere", about("badoo"), [order(alice, "other")], [], "delivered 1"],

  ["the owner alone is named", about("meta"), [order(alice, "instagram")], [], "delivered 1"],
  ["a sign-in for a relative", about("google"), [order(alice, "google-voice")], [], "delivered 1"],
  ["a relative that signs nobody in", about("instagram"), [order(alice, "facebook")], [], "other_service"],
  [
    "a relative beside the owner",
    about("instagram", "meta"),
    [order(alice, "facebook")],
    [],
    "other_service",
  ],
  [
    "relatives of two renters",
    about("meta"),
    [order(alice, "instagram"), order(bob, "facebook")],
    [],
    "several_orders",
  ],
  [
    "one of two relatives by name",
    about("instagram"),
    [order(alice, "instagram"), order(bob, "facebook")],
    [],
    "delivered 1",
  ],

  ["used by another", about("telegram"), [order(bob, "telegram")], [use(telegram, alice)], "earlier_renter"],
  [
    "used by another, too long ago",
    about("telegram"),
    [order(bob, "telegram")],
    [use(telegram, alice, isOver)],
    "delivered 2",
  ],
  ["used by the same", about("telegram"), [order(alice, "telegram")], [use(telegram, alice)], "delivered 1"],
  [
    "used by the same after another",
    about("telegram"),
    [order(alice, "telegram")],
    [use(telegram, alice, counts, counts)],
    "earlier_renter",
  ],
  [
    "used by the same after another, too long ago",
    about("telegram"),
    [order(alice, "telegram")],
    [use(telegram, alice, counts, isOver)],
    "delivered 1",
  ],
  [
    "used by two others",
    about("telegram"),
    [order(carol, "telegram")],
    [use(telegram, bob, counts, counts)],
    "earlier_renter",
  ],
  [
    "a relative used by another",
    about("instagram"),
    [order(bob, "instagram")],
    [use(meta, alice)],
    "earlier_renter",
  ],
  [
    "another family used by another",
    about("telegram"),
    [order(bob, "telegram")],
    [use(meta, alice)],
    "delivered 2",
  ],
  [
    "one of two named used by another",
    about("telegram", "google"),
    [order(bob, "telegram")],
    [use(google, alice)],
    "earlier_renter",
  ],
  [
    "under any other, used by another",
    about("telegram"),
    [order(bob, "other")],
    [use(telegram, alice)],
    "earlier_renter",
  ],
  [
    "names nobody, as another's did",
    about(),
    [order(bob, "telegram")],
    [use(wholeNumber, alice)],
    "earlier_renter",
  ],
  ["names nobody, as none did yet", about(), [order(bob, "telegram")], [use(meta, alice)], "delivered 2"],
  [
    "names nobody, on a number used for the rented",
    about(),
    [order(bob, "telegram")],
    [use(telegram, alice)],
    "earlier_renter",
  ],
  [
    "brands of no catalogue are one",
    about("github"),
    [order(bob, "other")],
    [use(wholeNumber, alice)],
    "earlier_renter",
  ],
  [
    "for nobody here, as another used it",
    about("telegram"),
    [order(bob, "facebook")],
    [use(telegram, alice)],
    "earlier_renter",
  ],
  [
    "for nobody here, as the same used it",
    about("telegram"),
    [order(alice, "facebook")],
    [use(telegram, alice)],
    "other_service",
  ],

  ["late", about("telegram"), [order(alice, "telegram", 0, 10)], [], "late 1"],
  ["late, names nobody", about(), [order(alice, "telegram", 0, 10)], [], "late 1"],
  [
    "late, names nobody, two there",
    about(),
    [order(alice, "telegram", 0, 10), order(bob, "facebook", 0, 10)],
    [],
    "no_order",
  ],
  [
    "late, the last of two",
    about("telegram"),
    [order(alice, "telegram", 0, 10), order(alice, "telegram", 20, 30)],
    [],
    "late 1",
  ],
  [
    "late, both named, of two accounts",
    about("telegram", "facebook"),
    [order(alice, "telegram", 0, 10), order(bob, "facebook", 0, 20)],
    [],
    "several_orders",
  ],
  [
    "late, both named, of one account",
    about("telegram", "facebook"),
    [order(alice, "telegram", 0, 10), order(alice, "facebook", 0, 20)],
    [],
    "late 1",
  ],
  [
    "late, used by another",
    about("telegram"),
    [order(bob, "telegram", 0, 10)],
    [use(telegram, alice)],
    "earlier_renter",
  ],
  [
    "late beside an open one",
    about("telegram"),
    [order(alice, "telegram", 0, 10), order(bob, "facebook", 5)],
    [],
    "late 1",
  ],
  [
    "late, rented again for another family",
    about("telegram"),
    [order(alice, "telegram", 0, 10), order(bob, "facebook", 10)],
    [],
    "late 1",
  ],
  [
    "late, rented again for the family",
    about("instagram"),
    [order(alice, "instagram", 0, 10), order(bob, "facebook", 10)],
    [],
    "other_service",
  ],
  [
    "late, rented again for the family and over",
    about("instagram"),
    [order(alice, "instagram", 0, 10), order(bob, "facebook", 10, 20)],
    [],
    "no_order",
  ],
  [
    "late, rented again for the whole and over",
    about("telegram"),
    [order(alice, "telegram", 0, 10), order(bob, "other", 10, 20)],
    [],
    "late 2",
  ],
  [
    "late whole, rented again for anything",
    about("google"),
    [order(alice, "other", 0, 10), order(bob, "telegram", 10)],
    [],
    "other_service",
  ],
  [
    "late, rented for the family before it closed",
    about("instagram"),
    [order(alice, "instagram", 0, 10), order(bob, "facebook", 9)],
    [],
    "late 1",
  ],
  [
    "late, rented again by the same",
    about("instagram"),
    [order(alice, "instagram", 0, 10), order(alice, "facebook", 10)],
    [],
    "late 1",
  ],
];
for (const [what, subject, orders, uses, expected] of cases)
  test(what, () => assert.equal(found(subject, orders, uses), expected));

test("of two orders that a late message could be for, the one that closed last gets it", () => {
  const [earlier, later] = [order(alice, "telegram", 0, 10), order(alice, "telegram", 20, 30)];
  for (const orders of [
    [earlier, later],
    [later, earlier],
  ]) {
    const result = match(about("telegram"), { orders, uses: new Map() }, since);
    assert.equal("order" in result && result.order.orderId, later.orderId);
  }
});
