import { Refusal } from "../../kit/errors.ts";

export const pushTargetInvalid = (): Refusal =>
  new Refusal(
    "push_target_invalid",
    "The browser’s push address cannot be used: it must be https with a public name, and come with its two keys. Turn notifications off and on again in this browser.",
    { field: "endpoint" },
  );
