import { currency, integer, money } from "../kinds.ts";
import { weakerAboveOrNone, weakerBelow } from "../weaker.ts";

/** What an order is, what it costs, and how long numbers rest. */
export const ordersSettings = {
  CURRENCY: currency("NGN", "Currency of new wallets, ISO 4217."),
  ACTIVATION_SECONDS: integer(1200, 1, 86400, "How long an activation waits for messages."),
  CANCEL_LOCK_SECONDS: weakerBelow(
    integer(120, 0, 86400, "How long after the rent an order cannot be cancelled."),
    "Numbers can be rented and cancelled faster, so somebody can try out many of them at no cost.",
  ),
  MAX_MESSAGES: integer(
    100,
    1,
    100000,
    "The most messages that one order takes; any more are kept for the operator as unmatched.",
  ),
  SUPPLIER_SECONDS: integer(
    10,
    1,
    25,
    "How long a supplier may take to answer; a rent then goes on to the next pool.",
  ),
  PARTS_SECONDS: integer(
    90,
    1,
    3600,
    "How long the parts of a long message wait for each other; then the parts that arrived are shown as incomplete.",
  ),
  QUARANTINE_DAYS: weakerBelow(
    integer(
      180,
      0,
      3650,
      "How long a number that got a message is not sold to anybody for the services it was about, or related ones, and messages about them go only to its renter. The renter's account remains until the service gives the number up: if this setting is shorter, the next renter can get into it.",
    ),
    "A number is sold again while services may still take it for the earlier renter’s, so the next renter can get into that account.",
  ),
  WHOLE_NUMBER_REST_DAYS: weakerBelow(
    integer(
      45,
      0,
      3650,
      "How long a number rests for every service after an order for the whole number (Any other) that got a message.",
    ),
    "A number that was rented for every service is sold again sooner, while codes for its earlier renter may still come.",
  ),
  REUSE_SECONDS: weakerBelow(
    integer(600, 0, 86400, "How long a number rests for a service after an order without a code."),
    "A number is sold again sooner after an order without a code, so a late code is more likely to reach the next renter.",
  ),
  LOW_BALANCE: money("500.00", "A wallet that falls below this gets the event wallet.low."),
  DEFAULT_PRICE: money("450.00", "Price of a number in the pools that the first start creates."),
  LARGE_AMOUNT: weakerAboveOrNone(
    money(
      "500000.00",
      "An operator must type this amount or more twice before it is credited or taken out; 0: never.",
    ),
    "Larger amounts are credited or taken out without being typed twice.",
  ),
  DEMO_BALANCE: money(
    "5000.00",
    "Balance of the live wallet of the demo account that the first start creates.",
  ),
  SANDBOX_MESSAGE_SECONDS: integer(
    3,
    0,
    3600,
    "Seconds until a message arrives on a sandbox number; 0: none arrives automatically.",
  ),
} as const;
