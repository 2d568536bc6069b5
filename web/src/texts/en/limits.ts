/** How much an account may do, and what is left of it. */
export const limits = {
  openOrders: "Orders waiting at the same time",
  rents: "Rents a minute",
  none: "no limit",
  leftOf: (left: number, most: number) => `${left.toLocaleString("en")} of ${most.toLocaleString("en")} left`,
  codesToday: "Orders that got a code today (UTC)",
  codesOf: (codes: number, ended: number, slowed: boolean) =>
    `${codes.toLocaleString("en")} of ${ended.toLocaleString("en")}${slowed ? ": too few, so one rent a minute until midnight UTC, or until more get codes" : ""}`,
  ofAddress: (what: string, group: string) => `${what}, from ${group}, all accounts`,
  sandbox: "Rents and messages in the sandbox in ten minutes",
  orderMessages: "Messages that you send to one sandbox order",
  dayMessages: "Messages that you send in the sandbox in a day",
};
