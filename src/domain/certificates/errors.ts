import { Refusal } from "../../kit/errors.ts";

export const certificateForLiveOnly = (): Refusal =>
  new Refusal(
    "certificate_for_live_only",
    "Numbers of the sandbox are made up, so there is no certificate for them. Switch to live and take an order there.",
  );
