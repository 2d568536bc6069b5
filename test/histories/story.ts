import fc from "fast-check";
import { services, texts, type ServiceName } from "./texts.ts";

/** What somebody does in one step of a history. Indices are taken modulo the number of items. */
export type Act =
  | { kind: "rent"; renter: number; service: ServiceName }
  | { kind: "message"; number: number; text: number }
  | { kind: "end"; order: number }
  /** Again the number on which the renter got a code, for the same service. */
  | { kind: "reactivate"; renter: number; order: number }
  | { kind: "nothing" };

/** One history: what happens on one or two numbers of its own, step by step. */
export interface Story {
  numbers: 1 | 2;
  acts: Act[];
}

/** The time that passes before a step, and the period in which uses count from then on. */
export interface Step {
  seconds: number;
  quarantineDays: number;
}

/** Many histories at the same time, each on its own numbers. */
export interface Round {
  steps: Step[];
  stories: Story[];
  /** Histories on numbers that a supplier gives. */
  supplied: Story[];
}

const day = 86_400;
/** Around every limit: reuse, window, late messages, rest of the whole number, period. */
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

/** Rounds of this many histories, some of them on a supplier's numbers. */
export const roundOf = (own: number, supplied: number): fc.Arbitrary<Round> =>
  fc.record({
    steps: fc.array(fc.record({ seconds, quarantineDays }), { minLength: length, maxLength: length }),
    stories: many(own),
    supplied: many(supplied),
  });
