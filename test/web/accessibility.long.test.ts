import { testAccessibility } from "./accessibility.ts";

// The fourth variant is in accessibility.test.ts.
testAccessibility([
  ["light", "wide"],
  ["light", "phone"],
  ["dark", "wide"],
]);
