import { testAccessibility } from "./accessibility.ts";

// The fourth look is accessibility.test.ts.
testAccessibility([
  ["light", "wide"],
  ["light", "phone"],
  ["dark", "wide"],
]);
