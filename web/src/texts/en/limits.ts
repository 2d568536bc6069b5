import { count } from "./count.ts";

/** How much an account may do, and what is left of it. */
export const limits = {
  openOrders: "Orders waiting at the same time",
  rents: "Rents a minute",
  none: "no limit",
  leftOf: (left: number, most: number) => `${count(left)} of ${count(most)} left`,
  codesToday: "Orders that got a code today (UTC)",
  codesOf: (codes: number, ended: number, slowed: boolean) =>
    `${count(codes)} of ${count(ended)}${slowed ? ": too few, so one rent a minute until midnight UTC, or until more get codes" : ""}`,
  ofAddress: (what: string, group: string) => `${what}, from ${group}, all accounts`,
  sandbox: "Rents and messages in the sandbox in ten minutes",
  orderMessages: "Messages that you send to one sandbox order",
  dayMessages: "Messages that you send in the sandbox in a day",
};
