import { integer, integerText, moneyText, perTier } from "../kinds.ts";
import { isLooser, weakerAbove, weakerAboveOrNone, weakerBelow, weakerWhen } from "../weaker.ts";

/** How much one account, address or tier may use. */
export const limitsSettings = {
  MAX_OPEN_ORDERS: weakerAbove(
    integer(20, 1, 1000000, "Orders of one wallet that may wait for a code at the same time."),
    "One account can hold more numbers at once, which makes mass registration easier.",
  ),
  RENTS_PER_OPEN_ORDER: weakerAboveOrNone(
    integer(
      6,
      0,
      1000,
      "Rents a minute of an account, for each order that it may have open: with MAX_OPEN_ORDERS at 20, 120 a minute; 0: no limit.",
    ),
    "One account can rent and cancel numbers faster, which makes mass registration easier.",
  ),
  ADDRESS_FACTOR: weakerAboveOrNone(
    integer(
      3,
      0,
      1000,
      "How many times the limits of an account apply to an address group (an IPv4 address, or a /64 of IPv6) over all accounts: open orders, rents a minute, requests, the sandbox; 0: no limits by address.",
    ),
    "Somebody with several accounts can rent more than one account may.",
  ),
  LEAST_CODES_PERCENT: weakerBelow(
    integer(
      10,
      0,
      100,
      "Of an account's orders that ended today, the part that got a code: with TRIES_PER_POOL or more without a code and fewer codes than this, it may rent once a minute (an address group ADDRESS_FACTOR times); 0: nobody is slowed.",
    ),
    "An account that cancels nearly everything is slowed later, or never.",
  ),
  TRIES_PER_POOL: weakerAboveOrNone(
    integer(
      50,
      0,
      1000000,
      "Orders without a code that an account may have in one pool in a day; each code that it gets there offsets three of them; 0: no limit.",
    ),
    "One account can rent more numbers in a day without using them.",
  ),
  RATE_LIMIT: weakerAboveOrNone(
    integer(
      100,
      0,
      1000000,
      "Requests an account may make per second on average, over ten seconds, with all its keys and members; 0: no limit, also not by address.",
    ),
    "One account can send more requests, to try out numbers or to slow the server for others.",
  ),
  NEW_ACCOUNT_HOURS: weakerBelow(
    integer(
      24,
      0,
      8760,
      "How long an account that opened itself counts as the tier none, whatever it has proved; 0: not at all.",
    ),
    "Whoever opens an account after another can rent as much at once as a customer of some time.",
  ),
  TIER_OPEN_ORDERS: weakerWhen(
    perTier(
      integerText,
      "none=5 email=20 verified=0 business=0",
      "Live orders that an account of each tier may have open, if that is less than MAX_OPEN_ORDERS; 0: MAX_OPEN_ORDERS alone. A limit that the operator gave a customer counts instead.",
    ),
    { range: "0 or more than by default, for any tier", isWeaker: isLooser },
    "Customers whom nobody knows can hold more numbers at once.",
  ),
  TIER_SPEND_A_DAY: weakerWhen(
    perTier(
      moneyText,
      "none=20000.00 email=200000.00 verified=0.00 business=0.00",
      "What the live orders of an account of each tier may cost in a day (UTC), with charges for late messages and without what was given back; 0: no limit.",
    ),
    { range: "0 or more than by default, for any tier", isWeaker: isLooser },
    "Customers whom nobody knows can rent more in a day.",
  ),
  SANDBOX_LIMIT: weakerAboveOrNone(
    integer(
      600,
      0,
      1000000,
      "Rents and messages that an account may make in the sandbox in ten minutes; 0: nothing in the sandbox is limited.",
    ),
    "One account can put more load on the server through the sandbox.",
  ),
  SANDBOX_ORDER_MESSAGES: weakerAbove(
    integer(50, 1, 100000, "Messages that an account may send itself to one of its sandbox orders."),
    "One account can store more messages in the sandbox.",
  ),
  SANDBOX_MESSAGES_A_DAY: weakerAbove(
    integer(5000, 1, 1000000, "Messages that an account may send itself in the sandbox in a day."),
    "One account can store more messages in the sandbox.",
  ),
} as const;
