import { choice, longText, text } from "../kinds.ts";

/** What visitors and customers see. */
export const pagesSettings = {
  SIGN_UP: choice("open", ["open", "closed"], "Whether anybody may open an account in the dashboard."),
  TOP_UP_INSTRUCTIONS: text(
    "Ask the operator to top up your wallet, and say your user name.",
    "What customers read in the dashboard about how to pay.",
  ),
  PUBLIC_PRICES: choice(
    "shown",
    ["shown", "hidden"],
    "Whether visitors who are not signed in see prices and success rates at /prices.",
  ),
  TERMS_TEXT: longText(
    "",
    "Your terms of service, shown at /terms instead of the general ones; everybody who signs up accepts the statement on lawful use in any case.",
  ),
} as const;
