/** Something that is done with data about people (GDPR, article 30). */
export interface Activity {
  name: string;
  purpose: string;
  /** The basis in law that usually fits; the operator decides. */
  basis: string;
  /** Whose data it is. */
  people: string;
  data: string;
  /** Who gets it besides the operator. */
  recipients: string;
  /** For how long it is kept, where no rule of retention says so. */
  kept: string;
  /** Where it is stored. */
  tables: readonly string[];
}

const contract = "contract (GDPR 6.1.b)";
const interest = "legitimate interest (GDPR 6.1.f)";
const duty = "legal obligation (GDPR 6.1.c)";

/** Every processing of personal data by the product as it is shipped. Each table is in one of them, or in `impersonal`. */
export const activities: readonly Activity[] = [
  {
    name: "Accounts and their people",
    purpose: "to open accounts, and to let members sign in and invite others",
    basis: contract,
    people: "customers and their members, whoever is invited, operators",
    data: "user name, e-mail address, role, hashes of passwords and recovery codes, second factor (sealed), public keys of passkeys, where a balance is paid out (sealed)",
    recipients: "nobody",
    kept: "until the account is closed; the user name stays as a pseudonym for the books and the audit log, where a balance goes until it is paid out",
    tables: [
      "accounts",
      "members",
      "recovery_codes",
      "passkeys",
      "passkey_challenges",
      "member_tokens",
      "invitations",
    ],
  },
  {
    name: "Knowing customers",
    purpose: "to know who rents many numbers, or numbers that are easily abused",
    basis: interest,
    people: "customers",
    data: "the tier of an account, what it wrote about itself and a document such as a passport (sealed), the operator's decision; services that it may rent by exception; the statement on lawful use that it accepted",
    recipients: "operators, who are named in the audit log when they look",
    kept: "evidence see retention; decisions for good",
    tables: ["verifications", "service_grants"],
  },
  {
    name: "Sessions and protection against guessing",
    purpose: "to keep members signed in, and to slow whoever guesses passwords or floods others with letters",
    basis: interest,
    people: "members, visitors who try to sign in",
    data: "IP address and browser of a session; counts by address or name, of which only a keyed hash is stored",
    recipients: "nobody",
    kept: "see retention",
    tables: ["sessions", "attempts"],
  },
  {
    name: "API keys",
    purpose: "to admit customers' programs, within their limits",
    basis: contract,
    people: "customers and their members",
    data: "hash, name and scopes of a key, allowed IP addresses, when and from which IP address it was last used, what it spent in a day; answers to repeat",
    recipients: "nobody",
    kept: "keys for good, without addresses once the account is closed; answers see retention",
    tables: ["api_keys", "key_spending", "idempotency_keys"],
  },
  {
    name: "Limits",
    purpose: "to prevent mass registration and overload by one customer or address",
    basis: interest,
    people: "customers, callers of the API",
    data: "counts by account, key or address group (an IPv4 address, a /64 of IPv6)",
    recipients: "nobody",
    kept: "see retention",
    tables: ["limit_counts", "address_groups", "pool_tries"],
  },
  {
    name: "Orders",
    purpose: "to rent numbers, and to prove whose a number was when",
    basis: contract,
    people: "customers",
    data: "number, service, country, price and times of each order; the address group until its first message; which account saw codes for which services on a number",
    recipients: "upstream suppliers get the service and country, not the customer",
    kept: "orders for good, for the books; uses of numbers see retention",
    tables: ["orders", "number_uses", "supplier_returns", "sandbox_messages"],
  },
  {
    name: "Messages",
    purpose: "to hand codes to the renter of a number, and to nobody else",
    basis: contract,
    people: "customers, senders of SMS, people named in texts",
    data: "sender, time, text and code (sealed), and what happened to it",
    recipients: "the renter; operators, who are named in the audit log when they look",
    kept: "texts, codes, parts and events see retention; that a message came stays with its order",
    tables: ["messages", "long_messages", "message_parts", "events"],
  },
  {
    name: "Money",
    purpose: "to keep the books",
    basis: duty,
    people: "customers",
    data: "credits, charges and refunds, with reason and reference",
    recipients: "nobody",
    kept: "for good; the law of the operator's country says for how long at least",
    tables: ["wallets", "postings"],
  },
  {
    name: "Letters and notifications",
    purpose: "to prove e-mail addresses, to warn of changes, to tell browsers of a code",
    basis: contract,
    people: "members, whoever is invited",
    data: "e-mail address, subject, text (sealed until it is sent); the address of the browser's push service and its keys (sealed)",
    recipients:
      "the operator's mail server, if one is set; the push services of the members' browsers, which see no code",
    kept: "see retention; push subscriptions end with their session",
    tables: ["outbox", "push_subscriptions", "push_cursors", "pushes"],
  },
  {
    name: "Audit log",
    purpose: "to show who did what, and that nobody has changed it",
    basis: interest,
    people: "members, operators",
    data: "user name, IP address, action, subject",
    recipients: "whoever gets the daily anchor, which names nobody",
    kept: "for good; IP and e-mail addresses until the account is closed",
    tables: ["audit_log", "audit_anchors"],
  },
  {
    name: "Register of numbers",
    purpose: "to show whose our numbers are and on which basis they are used",
    basis: duty,
    people: "owners of numbers, if they are persons",
    data: "number, owner, legal basis, reference of the registration, since when, why it is out of sale; the device or SIM that hears it",
    recipients: "inspectors, by export",
    kept: "for good; what a number was heard through before, 180 days",
    tables: ["numbers", "number_register", "number_lines"],
  },
  {
    name: "Reports of abuse",
    purpose: "to receive, decide and answer reports of the misuse of numbers, and appeals",
    basis: duty,
    people: "reporters, customers, people named in reports",
    data: "number, category and time of a report; the reporter's e-mail address, reports, appeals and reasons (sealed); the customer whom a decision is about",
    recipients: "the reporter and the customer, each without the other",
    kept: "see retention; that there was a report, and how it was decided, stays without anybody's data",
    tables: ["abuse_reports", "abuse_entries"],
  },
  {
    name: "Requests of authorities",
    purpose: "to answer requests of authorities within their legal basis, and to tell whom they are about",
    basis: duty,
    people: "customers, operators",
    data: "authority, reference, legal basis, number or account and time of a request; who released it; whom it is about",
    recipients: "the authority gets what two operators released",
    kept: "see retention; the number, the account, the reference, the legal basis and who recorded it go, who released it stays",
    tables: ["authority_requests", "request_releases", "request_accounts"],
  },
];

/** Tables that say nothing about people. */
export const impersonal: readonly string[] = [
  "certificate_keys",
  "countries",
  "erasures",
  "installation",
  "line_activity",
  "lines",
  "migrations",
  "outcomes",
  "pools",
  "prices",
  "refusals",
  "service_aliases",
  "service_policies",
  "services",
  "source_links",
  "source_marks",
  "source_nonces",
  "sources",
];
