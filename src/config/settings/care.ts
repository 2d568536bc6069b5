import { choice, countryCodes, integer, longText, mailbox, text } from "../kinds.ts";
import { weakerAbove, weakerAboveOrNone, weakerAt, weakerBelow, weakerWhen, lacksOne } from "../weaker.ts";

/** What is not sold or shown, what is kept for how long, and who is told. */
export const careSettings = {
  TERMS_VERSION: text(
    "",
    "Version of your TERMS_TEXT: when it changes, every account is asked to accept the statement on lawful use again before it rents live numbers.",
  ),
  TERMS_DAYS: weakerAboveOrNone(
    integer(
      365,
      0,
      3650,
      "After how many days an account is asked again for the statement on lawful use; 0: only when it changes.",
    ),
    "Customers are reminded less often, or never, of what they may use numbers for.",
  ),
  SANCTIONED_COUNTRIES: weakerWhen(
    countryCodes(
      "CU,IR,KP",
      "Countries, by their ISO codes, whose numbers are neither listed nor rented; none: all are.",
    ),
    { range: "without a country of the default", isWeaker: lacksOne },
    "Numbers of countries under sanctions may be sold.",
  ),
  BANK_AND_STATE_MESSAGES: weakerAt(
    choice(
      "hidden",
      ["hidden", "shown"],
      "Whether messages of banks, payments and government that are recognized by sender or wording (catalog/never-shown.tsv) are kept from renters, whatever they rented.",
    ),
    "shown",
    "A renter may get into somebody else’s bank account or file at an office.",
  ),
  NEVER_SHOWN_SENDERS: longText(
    "",
    "More senders whose messages are never shown to renters, separated by semicolons, for one country's numbers with its code before: GTBank; NG: First Bank.",
  ),
  NEVER_SHOWN_TEXTS: longText(
    "",
    "More phrases that keep a message from renters, separated by semicolons, for one country's numbers with its code before: GB: council tax.",
  ),
  MESSAGE_RETENTION_DAYS: weakerAbove(
    integer(30, 1, 3650, "Days after which message texts and codes are erased."),
    "Texts and codes are stored longer than the service needs.",
  ),
  EVENT_RETENTION_DAYS: weakerAbove(
    integer(7, 1, 3650, "Days for which an event stream can be resumed."),
    "Events, which say who rented what, are stored longer than streams need.",
  ),
  EVIDENCE_DAYS: weakerAbove(
    integer(
      90,
      1,
      3650,
      "Days after which documents that show who a customer is are erased, counted from the decision, or from the request if nobody decided.",
    ),
    "Documents that show who customers are stay stored longer than the decision needs.",
  ),
  ABUSE_MAILBOX: mailbox(
    "",
    "Address for reports of abuse, shown at /report and with the terms, that is also told of every new case; default: reports come by the form at /report only.",
  ),
  ABUSE_DECISION_DAYS: weakerAbove(
    integer(
      7,
      1,
      365,
      "Days within which a report of abuse, or an appeal, is decided; reporters are told the date.",
    ),
    "Reports of abuse wait longer for a decision.",
  ),
  ABUSE_APPEAL_DAYS: weakerBelow(
    integer(
      180,
      1,
      3650,
      "Days within which the reporter and the customer may appeal a decision about a report.",
    ),
    "Reporters and customers have less time to appeal a decision than the six months of the EU's Digital Services Act.",
  ),
  CASE_RETENTION_DAYS: weakerAbove(
    integer(
      1095,
      30,
      36500,
      "Days after its decision until everything about people is erased from a report of abuse or a request of an authority; what remains is that there was one.",
    ),
    "What people reported, and whom authorities asked about, is stored longer than usual.",
  ),
  AUDIT_ANCHOR_FILE: weakerAt(
    text(
      "",
      "File that gets a line a day, with which `zapotp audit verify` proves that the audit log was not rewritten: best on another machine's disk. Default: audit-anchors.jsonl in DATA_DIR; none: no file.",
    ),
    "none",
    "No file outside the database can prove that the audit log was not rewritten.",
  ),
  AUDIT_MAILBOX: mailbox("", "Who gets the same line by e-mail every day; default: nobody."),
} as const;
