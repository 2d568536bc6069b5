export const certificate = {
  button: "Certificate",
  title: "Certificate that this number was yours",
  text: (address: string) =>
    `Give this text to whoever asks, unchanged. Anybody can check at ${address} that it is genuine; the check shows nothing that is not in it.`,
  name: "Certificate",
  checkTitle: "Check a certificate",
  checkLead:
    "A certificate says that a phone number was rented from us by an account, from when to when. Paste it whole: it is genuine if not a letter was changed.",
  pasted: "The text of the certificate",
  check: "Check",
  genuine: "This certificate is genuine. It says:",
  notGenuine:
    "This is not a certificate of ours, or it was changed after it was issued. Ask for the whole text, from its first line to the signature.",
  keys: "Check it yourself",
  keysText:
    "The signature is Ed25519 over every line before it, joined by line feeds, in base64url. These are the public keys, by the number in the line “Key”.",
  noKeys: "No certificate was issued yet.",
  key: (id: number) => `Key ${id}`,
};
