import fc from "fast-check";
import { services, texts, type ServiceName } from "./texts.ts";

/** What somebody does in one step of a history. Places are taken modulo what there is. */
export type Act =
  | { kind: "rent"; renter: number; service: ServiceName }
  | { kind: "message"; number: number; text: number }
  | { kind: "end"; order: number }
  /** The number again that the renter got a code on, for the same service. */
  | { kind: "reactivate"; renter: number; order: number }
  | { kind: "nothing" };

/** One history: what happens on a number or two of its own, step by step. */
export interface Story {
  numbers: 1 | 2;
  acts: Act[];
}

/** The time that passes before a step, and from then on the period in which uses count. */
export interface Step {
  seconds: number;
  quarantineDays: number;
}

/** Many histories that go on in the same time, each on numbers of its own. */
export interface Round {
  steps: Step[];
  stories: Story[];
  /** Histories on numbers that a supplier gives. */
  supplied: Story[];
}

const day = 86_400;
/** Around every edge that there is: reuse, window, late messages, rest of the whole number, period. */
const seconds = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(1, 20, 60) },
  { weight: 3, arbitrary: fc.constantFrom(599, 601, 1199, 1201) },
  { weight: 2, arbitrary: fc.constantFrom(day - 1, day, day + 1, 2 * day) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(29 * day, 45 * day - 1, 45 * day + 1, 90 * day, 180 * day, 181 * day),
  },
);
const quarantineDays = fc.oneof(
  { weight: 5, arbitrary: fc.constant(180) },
  { weight: 1, arbitrary: fc.constantFrom(1, 30, 365) },
);

const renter = fc.nat(2);
const place = fc.nat(11);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("rent" as const),
      renter,
      service: fc.constantFrom(...services),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("message" as const),
      number: place,
      text: fc.nat(texts.length - 1),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("end" as const), order: place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("reactivate" as const), renter, order: place }) },
  { weight: 1, arbitrary: fc.constant({ kind: "nothing" as const }) },
);

const length = 10;
const story: fc.Arbitrary<Story> = fc.record({
  numbers: fc.constantFrom(1, 1, 2),
  acts: fc.array(act, { minLength: length, maxLength: length }),
});
const many = (count: number): fc.Arbitrary<Story[]> =>
  fc.array(story, { minLength: count, maxLength: count });

/** Rounds of so many histories, some of them a supplier's. */
export const roundOf = (own: number, supplied: number): fc.Arbitrary<Round> =>
  fc.record({
    steps: fc.array(fc.record({ seconds, quarantineDays }), { minLength: length, maxLength: length }),
    stories: many(own),
    supplied: many(supplied),
  });
