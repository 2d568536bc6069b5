/** Texts of the pages that everybody may read, signed in or not. */
export const publicNav = {
  prices: "Prices",
  reference: "API reference",
  extract: "Find the code in a message",
  changelog: "Changelog",
  terms: "Terms",
  report: "Report abuse",
  dashboard: "Dashboard",
  label: "About this service",
};

export const prices = {
  title: "Services and prices",
  lead: "What a code costs, and how often one arrives. You pay only for numbers that get a code.",
  country: "Country",
  search: "Service",
  searchHint: "Find a service",
  service: "Service",
  price: "Price from",
  stock: "Stock",
  inStock: "In stock",
  outOfStock: "Out of stock",
  success: "Success",
  successHint: (least: number) =>
    `Success: how many orders of the last 14 days got a code. It is shown once there are ${least} orders.`,
  none: "No service found.",
  hidden: "This server does not show its prices before you sign in.",
};

export const changelog = { title: "Changelog", lead: "What is new in the software this server runs." };

export const terms = {
  title: "Terms",
  lawful: "Lawful use",
  accepted: (version: string) => `Everybody who signs up accepts this statement, version ${version}.`,
  general: [
    [
      "Paying",
      "You pay in advance. The price of a number is set aside when you rent it, and charged when its first message arrives. If none arrives, it goes back to your balance by itself.",
    ],
    [
      "Numbers",
      "A rented number is yours until its time is over. Afterwards others may rent it, but not for a service that you got a code for on it, for as long as this server keeps it apart.",
    ],
    [
      "What is stored",
      "Messages and codes are stored encrypted and erased after the period that the operator has set. Orders and payments stay in the books, as the law requires. You can download everything your account holds, and delete the account, in Settings.",
    ],
    [
      "Availability",
      "There is no promise that a service sends a code to a number, or that this server is always available.",
    ],
  ] as [string, string][],
};
