/** For sources without a secret. */
export const keepAddressSecret = "Calls need no secret: keep the address secret.";

/** For carriers that cannot be given one. */
export const carrierProvesNothing =
  "Its calls prove nothing: keep the address secret, and if you know the addresses it calls from, allow only these.";
