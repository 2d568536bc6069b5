import { twilioLike } from "./twilio.ts";

/** Twilio's protocol with a different header name (@signalwire/compatibility-api 3.2.0, lib/webhooks/webhooks.js). */
export const signalwire = twilioLike({
  describe: "SignalWire: incoming messages of the compatibility API, signed with the project's signing key.",
  headers: ["x-signalwire-signature", "x-twilio-signature"],
  repeats: "all",
  secret: { label: "Signing key", where: "In SignalWire’s dashboard, under API." },
  address:
    "In SignalWire’s dashboard open the number’s settings, and under Messaging set “When a message comes in” to this address, POST.",
});
