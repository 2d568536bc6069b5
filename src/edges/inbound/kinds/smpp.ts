import { getCountries } from "libphonenumber-js/min";
import type { KindOption, OfferedKind, SourceOptions } from "../../../domain/sources/kind.ts";
import { alphabets, byteOrders } from "../smpp/data-coding.ts";
import { binds, checkLink } from "../smpp/settings.ts";

const options: readonly KindOption[] = [
  {
    name: "address",
    label: "Address of the carrier’s centre",
    help: "smpps://HOST:PORT; or smpp://HOST:PORT without TLS, which is only safe through a VPN.",
    type: "text",
    required: true,
    example: "smpps://smsc.example.com:3550",
  },
  {
    name: "systemId",
    label: "System id",
    help: "The user name that the carrier gave you.",
    type: "text",
    required: true,
    example: "zapotp",
  },
  {
    name: "secrets",
    label: "Password",
    help: "As the carrier gave it. Two while one replaces the other.",
    type: "secrets",
    required: true,
  },
  {
    name: "bind",
    label: "Bind as",
    help: "What the carrier allows; only messages to you are used.",
    type: "choice",
    choices: binds,
    default: "receiver",
  },
  {
    name: "alphabet",
    label: "Default alphabet",
    help: "What the carrier means by data_coding 0; ask, since no two agree. If @ or $ come out wrong, it is another.",
    type: "choice",
    choices: alphabets,
    default: "gsm-7",
  },
  {
    name: "defaultCountry",
    label: "Country of its numbers",
    help: "For numbers that come without a country code.",
    type: "country",
    choices: getCountries(),
  },
  {
    name: "fingerprint",
    label: "Fingerprint of its certificate",
    help: "SHA-256 in hex, for TLS with a certificate that no public authority signed.",
    type: "text",
    seldom: true,
  },
  {
    name: "systemType",
    label: "System type",
    help: "If the carrier names one.",
    type: "text",
    seldom: true,
  },
  {
    name: "addressRange",
    label: "Address range",
    help: "The numbers to receive for, if the carrier asks for them.",
    type: "text",
    seldom: true,
  },
  {
    name: "ucs2",
    label: "Byte order of UCS-2",
    help: "Only if other scripts come out as Chinese: a few carriers have it the other way round.",
    type: "choice",
    choices: byteOrders,
    default: "big-endian",
    seldom: true,
  },
];

/** An SMPP 3.4 link: here we call the carrier, and it delivers over the connection that we hold. */
export const smpp: OfferedKind = {
  describe: () => "SMPP 3.4: a link that this server opens to the carrier’s message centre and keeps up.",
  options,
  guide: (address) => ({
    steps: [
      `Ask the carrier to allow connections from this server’s IP address to ${address}; one bind is enough, however many servers you run.`,
      "The list of sources shows within seconds whether the link is bound; if not, why.",
      "Then send an SMS to one of your numbers.",
    ],
    curl: null,
  }),
  defaults: ({ secrets, settings = {} }: SourceOptions) =>
    checkLink({ passwords: [], ...settings, ...(secrets && { passwords: secrets }) }),
  secretOf: () => null, // The carrier gave it.
  isOpen: () => false,
  renew: checkLink,
  addressOf: (settings) => checkLink(settings).address,
};
